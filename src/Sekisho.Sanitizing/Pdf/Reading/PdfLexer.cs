using System.Text;
using Sekisho.Kernel;

namespace Sekisho.Sanitizing.Pdf.Reading;

/// <summary>Reads objects out of bytes (ISO 32000 §7.2, §7.3). Forgiving about what cannot change the meaning, bounded in depth.</summary>
/// <param name="data">The bytes.</param>
/// <param name="at">Where to begin.</param>
/// <param name="end">Where to stop.</param>
/// <param name="references">True in a file, where "1 0 R" is a reference; false in a content stream.</param>
internal sealed class PdfLexer(byte[] data, int at, int end, bool references)
{
    private const int MaxDepth = 100;

    internal int At { get; set; } = at;
    internal byte[] Data => data;

    internal static bool IsSpace(byte c) => c is 0 or 9 or 10 or 12 or 13 or 32;
    internal static bool IsDelimiter(byte c) => c is (byte)'(' or (byte)')' or (byte)'<' or (byte)'>' or (byte)'[' or (byte)']' or (byte)'{' or (byte)'}' or (byte)'/' or (byte)'%';
    internal static bool IsRegular(byte c) => !IsSpace(c) && !IsDelimiter(c);

    internal void SkipSpace()
    {
        for (; At < end; At++)
        {
            if (data[At] == '%') while (At + 1 < end && data[At + 1] is not (10 or 13)) At++;
            else if (!IsSpace(data[At])) return;
        }
    }

    /// <summary>The next object or word; null at the end.</summary>
    internal PdfObj? Read(int depth = 0)
    {
        if (depth > MaxDepth) throw new FileStop("LM-13", Outcome.Blocked, "depth");
        SkipSpace();
        if (At >= end) return null;
        switch (data[At])
        {
            case (byte)'/': return new PdfName(ReadName());
            case (byte)'(': return new PdfText(ReadLiteral());
            case (byte)'[': return ReadList(depth);
            case (byte)'<': return At + 1 < end && data[At + 1] == '<' ? ReadDict(depth) : new PdfText(ReadHex());
            case (byte)'>' when At + 1 < end && data[At + 1] == '>': At += 2; return new PdfWord(">>");
            case (byte)']' or (byte)'>' or (byte)')' or (byte)'{' or (byte)'}': At++; return new PdfWord(((char)data[At - 1]).ToString());
            case (byte)'+' or (byte)'-' or (byte)'.' or (>= (byte)'0' and <= (byte)'9'): return ReadNumber();
            default: return ReadWord();
        }
    }

    private PdfObj ReadWord()
    {
        var start = At;
        while (At < end && IsRegular(data[At])) At++;
        var length = At - start;
        if (length > 128) return new PdfWord("?");
        return data.AsSpan(start, length) switch
        {
            var s when s.SequenceEqual("true"u8) => PdfObj.True,
            var s when s.SequenceEqual("false"u8) => PdfObj.False,
            var s when s.SequenceEqual("null"u8) => PdfObj.Null,
            var s => new PdfWord(Encoding.Latin1.GetString(s)),
        };
    }

    private PdfObj ReadNumber()
    {
        var start = At;
        var value = Number();
        if (!references || value < 0 || value != Math.Floor(value)) return new PdfNum(value);
        // "12 0 R": look ahead without making objects.
        var back = At;
        if (data.AsSpan(start, At - start).IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0 && Plain() is { } generation && Skip('R')) return new PdfRef((int)value, generation);
        At = back;
        return new PdfNum(value);
    }

    /// <summary>Sign, digits, point, digits; anything glued behind is dropped, as readers do with "1.2.3" and "5-3".</summary>
    private double Number()
    {
        double sign = 1, value = 0, place = 0;
        for (; At < end && data[At] is (byte)'+' or (byte)'-'; At++) if (data[At] == '-') sign = -1;
        for (; At < end; At++)
        {
            var c = data[At];
            if (c is >= (byte)'0' and <= (byte)'9')
            {
                if (place == 0) value = (value * 10) + (c - '0');
                else { value += (c - '0') * place; place /= 10; }
            }
            else if (c == '.' && place == 0) place = 0.1;
            else break;
        }
        while (At < end && data[At] is (byte)'-' or (byte)'.' or (byte)'+' or (>= (byte)'0' and <= (byte)'9')) At++;
        return sign * Math.Min(value, int.MaxValue);
    }

    private int? Plain()
    {
        var from = At;
        while (At < end && IsSpace(data[At])) At++;
        if (At == from) return null;
        int start = At, value = 0;
        for (; At < end && data[At] is >= (byte)'0' and <= (byte)'9' && At - start < 6; At++) value = (value * 10) + (data[At] - '0');
        return At == start ? null : value;
    }

    private bool Skip(char word)
    {
        var from = At;
        while (At < end && IsSpace(data[At])) At++;
        if (At == from || At >= end || data[At] != word || (At + 1 < end && IsRegular(data[At + 1]))) return false;
        At++;
        return true;
    }

    private string ReadName()
    {
        At++;
        var b = new StringBuilder();
        for (; At < end && IsRegular(data[At]); At++)
        {
            if (data[At] == '#' && At + 2 < end && Hex(data[At + 1]) is >= 0 and var h && Hex(data[At + 2]) is >= 0 and var l)
            {
                b.Append((char)((h << 4) | l));
                At += 2;
            }
            else b.Append((char)data[At]);
            if (b.Length > 4_096) throw new FileStop("LM-13", Outcome.Blocked, "name");
        }
        return b.ToString();
    }

    private byte[] ReadLiteral()
    {
        var b = new MemoryStream();
        var open = 1;
        for (At++; At < end; At++)
        {
            var c = data[At];
            if (c == '(') open++;
            else if (c == ')' && --open == 0) { At++; break; }
            if (c == '\\') Escape(b);
            else if (c == 13)
            {
                b.WriteByte(10);
                if (At + 1 < end && data[At + 1] == 10) At++;
            }
            else b.WriteByte(c);
        }
        return b.ToArray();
    }

    private void Escape(MemoryStream b)
    {
        if (++At >= end) return;
        var c = data[At];
        switch (c)
        {
            case (byte)'n': b.WriteByte(10); break;
            case (byte)'r': b.WriteByte(13); break;
            case (byte)'t': b.WriteByte(9); break;
            case (byte)'b': b.WriteByte(8); break;
            case (byte)'f': b.WriteByte(12); break;
            case 13: if (At + 1 < end && data[At + 1] == 10) At++; break;
            case 10: break;
            case >= (byte)'0' and <= (byte)'7':
                var value = 0;
                var n = 0;
                for (; n < 3 && At < end && data[At] is >= (byte)'0' and <= (byte)'7'; n++, At++) value = (value * 8) + (data[At] - '0');
                At--;
                b.WriteByte((byte)(value & 255));
                break;
            default: b.WriteByte(c); break;
        }
    }

    private byte[] ReadHex()
    {
        var b = new MemoryStream();
        var high = -1;
        for (At++; At < end && data[At] != '>'; At++)
        {
            if (Hex(data[At]) is not (>= 0 and var digit)) continue;
            if (high < 0) high = digit;
            else { b.WriteByte((byte)((high << 4) | digit)); high = -1; }
        }
        if (At < end) At++;
        if (high >= 0) b.WriteByte((byte)(high << 4));
        return b.ToArray();
    }

    private static int Hex(byte c) => c switch
    {
        >= (byte)'0' and <= (byte)'9' => c - '0',
        >= (byte)'a' and <= (byte)'f' => c - 'a' + 10,
        >= (byte)'A' and <= (byte)'F' => c - 'A' + 10,
        _ => -1,
    };

    private PdfList ReadList(int depth)
    {
        At++;
        var list = new PdfList();
        while (Read(depth + 1) is { } item)
        {
            if (item is PdfWord { Value: "]" }) return list;
            if (item is PdfWord { Value: "endobj" or "stream" or ">>" }) { At -= 2; return list; }
            if (item is not PdfWord) list.Items.Add(item);
        }
        return list;
    }

    private PdfDict ReadDict(int depth)
    {
        At += 2;
        var dict = new PdfDict();
        while (Read(depth + 1) is { } key)
        {
            if (key is PdfWord { Value: ">>" }) return dict;
            if (key is PdfWord { Value: "endobj" or "stream" }) throw new PdfDamage("dictionary");
            if (key is not PdfName name) continue;
            if (Read(depth + 1) is not { } value) break;
            if (value is PdfWord { Value: ">>" }) return dict;
            if (value is not PdfWord) dict[name.Value] = value;
        }
        return dict;
    }
}
