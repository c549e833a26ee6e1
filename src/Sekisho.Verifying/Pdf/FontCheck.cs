using System.Buffers.Binary;
using System.Text;

namespace Sekisho.Verifying.Pdf;

/// <summary>Font programs of ours: the tables we write and no others, no hinting programs, a PostScript frame word for word.</summary>
internal static class FontCheck
{
    private static readonly HashSet<string> Tables = new(StringComparer.Ordinal) { "cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "post" };

    internal static void TrueType(byte[] d, Action<string, string> bad)
    {
        if (d.Length < 12 || U32(d, 0) != 0x00010000) { bad("font", "version"); return; }
        int count = U16(d, 4), next = 12 + (16 * count);
        var places = new Dictionary<string, (int At, int Length)>(StringComparer.Ordinal);
        for (var i = 0; i < count; i++)
        {
            var at = 12 + (16 * i);
            var tag = Encoding.Latin1.GetString(d, at, 4);
            if (!Tables.Contains(tag) || U32(d, at + 8) != next) bad("font-table", tag);
            places[tag] = (next, (int)U32(d, at + 12));
            next += ((int)U32(d, at + 12) + 3) / 4 * 4;
        }
        if (next != d.Length) bad("font", "length");
        if (places.TryGetValue("glyf", out var glyf) && places.TryGetValue("loca", out var loca)) Glyphs(d, glyf, loca, bad);
        else bad("font", "outlines");
    }

    private static void Glyphs(byte[] d, (int At, int Length) glyf, (int At, int Length) loca, Action<string, string> bad)
    {
        for (var g = 0; (g * 4) + 8 <= loca.Length; g++)
        {
            long from = U32(d, loca.At + (g * 4)), to = U32(d, loca.At + (g * 4) + 4);
            if (from > to || to > glyf.Length) { bad("font", "loca"); return; }
            if (from == to) continue;
            var at = glyf.At + (int)from;
            var outlines = BinaryPrimitives.ReadInt16BigEndian(d.AsSpan(at));
            if (outlines >= 0 ? U16(d, at + 10 + (2 * outlines)) != 0 : Announces(d, at + 10, glyf.At + (int)to)) { bad("font", "instructions"); return; }
        }
    }

    private static bool Announces(byte[] d, int at, int end)
    {
        while (at + 4 <= end)
        {
            var flags = U16(d, at);
            if ((flags & 0x100) != 0) return true;
            if ((flags & 0x20) == 0) return false;
            at += 4 + ((flags & 1) != 0 ? 4 : 2) + ((flags & 8) != 0 ? 2 : (flags & 0x40) != 0 ? 4 : (flags & 0x80) != 0 ? 8 : 0);
        }
        return true;
    }

    /// <summary>Header, the one name, and of the top dictionary only operators with numbers.</summary>
    internal static void Compact(byte[] d, Action<string, string> bad)
    {
        ReadOnlySpan<byte> start = [1, 0, 4, 4, 0, 1, 1, 1, 5, (byte)'F', (byte)'o', (byte)'n', (byte)'t', 0, 1];
        if (!d.AsSpan().StartsWith(start)) { bad("font", "header"); return; }
        int size = d[15], from = 16 + (2 * size);
        long length = 0;
        for (var i = 0; i < size; i++) length = (length << 8) | d[16 + size + i];
        var end = from + (int)length - 1;
        for (var at = from; at < end;)
        {
            int c = d[at++];
            if (c == 12) { if (d[at++] is not (1 or 2 or 3 or 4 or 5 or 7 or 8 or 30 or 34 or 36 or 37)) bad("font", "operator"); }
            else if (c <= 21) { if (c is not (5 or 15 or 16 or 17 or 18)) bad("font", "operator"); }
            else if (c == 28) at += 2;
            else if (c == 29) at += 4;
            else if (c == 30) while (at < end && (d[at] & 15) != 15 && d[at++] >> 4 != 15) { }
            else if (c >= 247) at++;
            if (c == 30 && at < end && (d[at] & 15) == 15) at++;
        }
    }

    internal static void Type1(byte[] d, Action<string, string> bad)
    {
        const string start = "%!PS-AdobeFont-1.0: Font\n10 dict begin\n/FontType 1 def\n/PaintType 0 def\n/FontName /Font def\n/FontMatrix [";
        const string inside = "dup /Private 16 dict dup begin\n/RD {string currentfile exch readstring pop} executeonly def\n/ND {noaccess def} executeonly def\n/NP {noaccess put} executeonly def\n/password 5839 def\n/MinFeature {16 16} def\n/";
        var mark = d.AsSpan().IndexOf("currentfile eexec\n"u8);
        if (mark < 0 || !Encoding.Latin1.GetString(d, 0, Math.Min(start.Length, d.Length)).Equals(start, StringComparison.Ordinal)) { bad("font", "header"); return; }
        foreach (var line in Encoding.Latin1.GetString(d, start.Length, mark - start.Length).Split('\n').Skip(1))
            if (!IsClear(line)) { bad("font", "clear"); return; }
        var key = 55_665;
        var clear = new StringBuilder();
        for (var i = mark + 18; i < d.Length && clear.Length < inside.Length + 4; i++)
        {
            clear.Append((char)(d[i] ^ (key >> 8)));
            key = (int)((((long)d[i] + key) * 52_845 + 22_719) & 0xFFFF);
        }
        if (clear.Length < 4 + inside.Length || !clear.ToString(4, inside.Length).Equals(inside, StringComparison.Ordinal)) bad("font", "private");
        if (!d.AsSpan().EndsWith("cleartomark\n"u8)) bad("font", "end");
    }

    private static bool IsClear(string line) =>
        line is "" or "/Encoding StandardEncoding def" or "/Encoding 256 array" or "0 1 255 {1 index exch /.notdef put} for" or "readonly def" or "currentdict end"
        || (line.StartsWith("/FontBBox {", StringComparison.Ordinal) && line.EndsWith("} readonly def", StringComparison.Ordinal) && line[11..^14].All(c => char.IsAsciiDigit(c) || c is '-' or '.' or ' '))
        || (line.Split(' ') is ["dup", { } code, ['/', ..], "put"] && code.All(char.IsAsciiDigit));

    private static int U16(byte[] d, int at) => BinaryPrimitives.ReadUInt16BigEndian(d.AsSpan(at));
    private static long U32(byte[] d, int at) => BinaryPrimitives.ReadUInt32BigEndian(d.AsSpan(at));
}
