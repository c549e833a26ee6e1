using static Sekisho.Sanitizing.Pdf.Fonts.BigEndian;

namespace Sekisho.Sanitizing.Pdf.Fonts;

/// <summary>The cmap table: read to pairs of character and glyph, written as format 4 (Windows, Unicode) and 6 (Macintosh).</summary>
internal static class CharacterMap
{
    internal static byte[]? Rewrite(ReadOnlySpan<byte> cmap, int glyphs)
    {
        if (cmap.Length < 4) return null;
        var made = new List<(int Platform, int Encoding, byte[] Data)>();
        for (var i = 0; i < Math.Min(U16(cmap, 2), 20) && 12 + (8 * i) <= cmap.Length; i++)
        {
            int platform = U16(cmap, 4 + (8 * i)), encoding = U16(cmap, 6 + (8 * i)) is 10 and var full ? full - 9 : U16(cmap, 6 + (8 * i));
            var offset = U32(cmap, 8 + (8 * i));
            if (platform is not (0 or 1 or 3) || encoding > 10 || offset + 6 > cmap.Length || made.Exists(m => m.Platform == platform && m.Encoding == encoding)) continue;
            var pairs = Read(cmap[(int)offset..], glyphs);
            // Characters beyond the first plane are reached by glyph number in a PDF.
            if (pairs.Count > 0) made.Add((platform, encoding, platform == 1 ? Trimmed(pairs) : Segmented(pairs)));
        }
        if (made.Count == 0) return null;
        BigEndian head = new BigEndian().U16(0).U16(made.Count), body = new();
        foreach (var (platform, encoding, data) in made.OrderBy(m => m.Platform).ThenBy(m => m.Encoding))
        {
            head.U16(platform).U16(encoding).U32(4 + (8 * made.Count) + body.Length);
            body.Bytes(data);
        }
        return [.. head.ToArray(), .. body.ToArray()];
    }

    private static SortedDictionary<int, int> Read(ReadOnlySpan<byte> t, int glyphs)
    {
        var pairs = new SortedDictionary<int, int>();
        switch (U16(t, 0))
        {
            case 0: for (var c = 0; c < 256 && 6 + c < t.Length; c++) Add(c, t[6 + c]); break;
            case 4: Four(t, Add); break;
            case 6 when t.Length >= 10:
                for (var i = 0; i < U16(t, 8) && 12 + (2 * i) <= t.Length; i++) Add(U16(t, 6) + i, U16(t, 10 + (2 * i)));
                break;
            case 12 when t.Length >= 16:
                for (var i = 0; i < U32(t, 12) && 28 + (12 * i) <= t.Length && i < 70_000; i++)
                {
                    long from = U32(t, 16 + (12 * i)), to = Math.Min(U32(t, 20 + (12 * i)), 0xFFFF), glyph = U32(t, 24 + (12 * i));
                    for (var c = from; c <= to; c++) Add((int)c, (int)Math.Min(glyph + c - from, int.MaxValue));
                }
                break;
        }
        return pairs;

        void Add(int character, int glyph)
        {
            if (glyph > 0 && glyph < glyphs && character is >= 0 and < 0xFFFF) pairs[character] = glyph;
        }
    }

    private static void Four(ReadOnlySpan<byte> t, Action<int, int> add)
    {
        if (t.Length < 16) return;
        var count = U16(t, 6) / 2;
        if (16 + (8 * count) > t.Length) return;
        var total = 0;
        for (var i = 0; i < count; i++)
        {
            int end = U16(t, 14 + (2 * i)), from = U16(t, 16 + (2 * count) + (2 * i)), delta = U16(t, 16 + (4 * count) + (2 * i)), at = 16 + (6 * count) + (2 * i), offset = U16(t, at);
            for (var c = from; c <= end && c < 0xFFFF && total < 200_000; c++, total++)
            {
                if (offset == 0) { add(c, (c + delta) & 0xFFFF); continue; }
                var place = at + offset + (2 * (c - from));
                if (place + 2 <= t.Length && U16(t, place) is > 0 and var glyph) add(c, (glyph + delta) & 0xFFFF);
            }
        }
    }

    private static byte[] Trimmed(SortedDictionary<int, int> pairs)
    {
        int first = pairs.Keys.First(), count = pairs.Keys.Last() - first + 1;
        var o = new BigEndian().U16(6).U16(Math.Min(65_535, 10 + (2 * count))).U16(0).U16(first).U16(count);
        for (var c = first; c < first + count; c++) o.U16(pairs.GetValueOrDefault(c));
        return o.ToArray();
    }

    private static byte[] Segmented(SortedDictionary<int, int> pairs)
    {
        var segments = new List<(int From, int To, int Delta)>();
        foreach (var (c, g) in pairs)
        {
            var delta = (g - c) & 0xFFFF;
            if (segments.Count > 0 && segments[^1].To == c - 1 && segments[^1].Delta == delta) segments[^1] = (segments[^1].From, c, delta);
            else segments.Add((c, c, delta));
        }
        segments.Add((0xFFFF, 0xFFFF, 1));
        int n = segments.Count, power = 1, log = 0;
        for (; power * 2 <= n; power *= 2) log++;
        var o = new BigEndian().U16(4).U16(Math.Min(65_535, 16 + (8 * n))).U16(0).U16(n * 2).U16(power * 2).U16(log).U16((n - power) * 2);
        foreach (var s in segments) o.U16(s.To);
        o.U16(0);
        foreach (var s in segments) o.U16(s.From);
        foreach (var s in segments) o.U16(s.Delta);
        foreach (var _ in segments) o.U16(0);
        return o.ToArray();
    }
}
