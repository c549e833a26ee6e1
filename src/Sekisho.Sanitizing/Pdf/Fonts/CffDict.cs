using System.Globalization;

namespace Sekisho.Sanitizing.Pdf.Fonts;

/// <summary>A DICT of the Compact Font Format: operators (escaped ones from 1200) and their numbers (TN 5176 §4).</summary>
internal static class CffDict
{
    internal static Dictionary<int, double[]> Read(byte[] b)
    {
        var dict = new Dictionary<int, double[]>();
        var operands = new List<double>();
        for (var at = 0; at < b.Length;)
        {
            int c = b[at++];
            if (c <= 21)
            {
                dict[c == 12 ? 1_200 + b[at++] : c] = [.. operands];
                operands.Clear();
            }
            else if (operands.Count >= 513) throw new FormatException("operands");
            else operands.Add(Number(b, c, ref at));
        }
        return dict;
    }

    private static double Number(byte[] b, int c, ref int at)
    {
        switch (c)
        {
            case 28: at += 2; return BigEndian.S16(b, at - 2);
            case 29: at += 4; return unchecked((int)BigEndian.U32(b, at - 4));
            case 30: return Real(b, ref at);
            case >= 32 and <= 246: return c - 139;
            case >= 247 and <= 250: return ((c - 247) * 256) + b[at++] + 108;
            case >= 251 and <= 254: return (-(c - 251) * 256) - b[at++] - 108;
            default: throw new FormatException("number");
        }
    }

    private static double Real(byte[] b, ref int at)
    {
        var text = "";
        while (text.Length < 64)
        {
            int pair = b[at++];
            foreach (var nibble in (ReadOnlySpan<int>)[pair >> 4, pair & 15])
            {
                if (nibble == 15) return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value : 0;
                text += nibble switch { <= 9 => ((char)('0' + nibble)).ToString(), 10 => ".", 11 => "E", 12 => "E-", 14 => "-", _ => throw new FormatException("real") };
            }
        }
        throw new FormatException("real");
    }

    internal static void Put(BigEndian o, int name, params ReadOnlySpan<double> numbers)
    {
        foreach (var n in numbers) Number(o, n);
        Operator(o, name);
    }

    /// <summary>A number of five bytes whatever its size: for offsets that are not known yet.</summary>
    internal static void PutOffset(BigEndian o, int name, params ReadOnlySpan<int> numbers)
    {
        foreach (var n in numbers) o.U8(29).U32(n);
        Operator(o, name);
    }

    private static void Operator(BigEndian o, int name)
    {
        if (name >= 1_200) o.U8(12).U8(name - 1_200);
        else o.U8(name);
    }

    private static void Number(BigEndian o, double n)
    {
        if (Math.Floor(n) != n || Math.Abs(n) > int.MaxValue) { Decimal(o, n); return; }
        var i = (int)n;
        if (i is >= -107 and <= 107) o.U8(i + 139);
        else if (i is >= 108 and <= 1_131) o.U8(((i - 108) >> 8) + 247).U8(i - 108);
        else if (i is >= -1_131 and <= -108) o.U8(((-i - 108) >> 8) + 251).U8(-i - 108);
        else if (i is >= short.MinValue and <= short.MaxValue) o.U8(28).U16(i);
        else o.U8(29).U32(i & 0xFFFFFFFFL);
    }

    private static void Decimal(BigEndian o, double n)
    {
        var text = n.ToString("G9", CultureInfo.InvariantCulture).Replace("E-", "c", StringComparison.Ordinal).Replace("E+", "b", StringComparison.Ordinal).Replace("E", "b", StringComparison.Ordinal);
        var nibbles = text.Select(c => c switch { '.' => 10, 'b' => 11, 'c' => 12, '-' => 14, _ => c - '0' }).Append(15).ToList();
        if (nibbles.Count % 2 == 1) nibbles.Add(15);
        o.U8(30);
        for (var i = 0; i < nibbles.Count; i += 2) o.U8((nibbles[i] << 4) | nibbles[i + 1]);
    }
}
