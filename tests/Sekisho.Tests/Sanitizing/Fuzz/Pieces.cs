using System.Globalization;
using System.Text;

namespace Sekisho.Tests.Sanitizing.Fuzz;

/// <summary>Chance changes on a list of pieces (tokens, lines, chunks): what the grammar of a format is made of is moved, not only its bytes.</summary>
internal static class Pieces
{
    private static readonly string[] Numbers = ["0", "-1", "1", "65535", "65536", "2147483647", "2147483648", "-2147483648", "99999999999999999999", "1e308", "0.0000000000001", "NaN", "016", "０", "+7", "--2", "1.2.3"];
    private static readonly uint[] Words = [0, 1, 0x7F, 0x80, 0xFF, 0x100, 0x7FFF, 0x8000, 0xFFFF, 0x10000, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFA, 0x00FFFFFF];

    /// <summary>One to eight changes.</summary>
    internal static List<byte[]> Change(List<byte[]> pieces, Random r, string[] dictionary)
    {
        for (var n = Few(r); n > 0 && pieces.Count > 0; n--) Once(pieces, r, dictionary);
        return pieces;
    }

    private static void Once(List<byte[]> p, Random r, string[] dictionary)
    {
        int at = r.Next(p.Count), run = Math.Min(p.Count - at, 1 + r.Next(r.Next(2) == 0 ? 2 : 30));
        switch (r.Next(11))
        {
            case 0: p.RemoveRange(at, run); break;
            case 1: p.InsertRange(r.Next(p.Count + 1), p.GetRange(at, run)); break;
            case 2: { var taken = p.GetRange(at, run); p.RemoveRange(at, run); p.InsertRange(r.Next(p.Count + 1), taken); break; }
            case 3 or 4 when dictionary.Length > 0: p.Insert(at, Latin(dictionary[r.Next(dictionary.Length)])); break;
            case 5 when dictionary.Length > 0: p[at] = Latin(dictionary[r.Next(dictionary.Length)]); break;
            case 6: p[at] = Number(p[at], r); break;
            case 7: p[at] = Bytes(p[at], r); break;
            case 8: (p[at], p[(at + run) % p.Count]) = (p[(at + run) % p.Count], p[at]); break;
            case 9 when r.Next(8) == 0: { var same = p.GetRange(at, Math.Min(run, 3)); for (var i = r.Next(2_000); i > 0; i--) p.InsertRange(at, same); break; }
            default: p[at] = p[r.Next(p.Count)]; break;
        }
    }

    /// <summary>A number of the piece becomes another, where it has one.</summary>
    private static byte[] Number(byte[] piece, Random r)
    {
        var text = Encoding.Latin1.GetString(piece);
        var from = text.AsSpan().IndexOfAnyInRange('0', '9');
        if (from < 0) return Bytes(piece, r);
        var to = from;
        while (to < text.Length && text[to] is >= '0' and <= '9') to++;
        var other = r.Next(3) == 0 ? r.Next(100_000).ToString(CultureInfo.InvariantCulture) : Numbers[r.Next(Numbers.Length)];
        return Latin(text[..from] + other + text[to..]);
    }

    /// <summary>Bits, bytes, words at the edge of their range, cuts and doublings, where nothing is known of the grammar.</summary>
    internal static byte[] Bytes(byte[] b, Random r)
    {
        if (b.Length == 0) return [(byte)r.Next(256)];
        b = [.. b];
        var at = r.Next(b.Length);
        switch (r.Next(9))
        {
            case 0: b[at] ^= (byte)(1 << r.Next(8)); break;
            case 1: b[at] = (byte)r.Next(256); break;
            case 2 or 3 or 4: Edge(b, at, r); break;
            case 5: return b[..at];
            case 6: return [.. b[..at], .. b[r.Next(b.Length)..]];
            case 7: return [.. b[..at], .. new byte[r.Next(40)], .. b[at..]];
            default: return [.. b[..at], .. b.AsSpan(at, Math.Min(b.Length - at, 1 + r.Next(64))), .. b[at..]];
        }
        return b;
    }

    private static void Edge(byte[] b, int at, Random r)
    {
        var size = 1 << r.Next(3);
        if (r.Next(2) == 0) at -= at % size;
        var value = r.Next(4) == 0 ? (uint)r.Next(b.Length + 2) : Words[r.Next(Words.Length)];
        var big = r.Next(2) == 0;
        for (var i = 0; i < size && at + i < b.Length; i++) b[at + i] = (byte)(value >> 8 * (big ? size - 1 - i : i) & 0xFF);
    }

    internal static int Few(Random r) => 1 + (r.Next(3) == 0 ? r.Next(8) : r.Next(2));

    internal static byte[] Latin(string text) => Encoding.Latin1.GetBytes(text);

    internal static byte[] Join(List<byte[]> pieces)
    {
        var output = new MemoryStream();
        foreach (var piece in pieces)
        {
            if (output.Length > 32 << 20) break;
            output.Write(piece);
        }
        return output.ToArray();
    }

    /// <summary>Cuts before each byte of <paramref name="starts"/> and behind each of <paramref name="ends"/>.</summary>
    internal static List<byte[]> Split(byte[] b, string starts, string ends)
    {
        var pieces = new List<byte[]>();
        for (int i = 0, from = 0; i < b.Length; i++)
        {
            if (i > from && starts.Contains((char)b[i], StringComparison.Ordinal)) { pieces.Add(b[from..i]); from = i; }
            if (ends.Contains((char)b[i], StringComparison.Ordinal)) { pieces.Add(b[from..(i + 1)]); from = i + 1; }
            if (i == b.Length - 1 && from <= i) pieces.Add(b[from..]);
        }
        return pieces;
    }
}
