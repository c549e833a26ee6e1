using static Sekisho.Sanitizing.Pdf.Fonts.BigEndian;

namespace Sekisho.Sanitizing.Pdf.Fonts;

/// <summary>The glyf and loca tables: each outline checked point by point, without its instructions; a glyph that does not hold, or that contains itself, becomes empty.</summary>
internal sealed class GlyphOutlines(byte[] glyf, byte[] loca, bool wide, int count)
{
    private const int MaxDepth = 8, MaxPoints = 65_000;
    private readonly byte[]?[] made = new byte[]?[count];
    private readonly List<int>?[] parts = new List<int>?[count];
    private int points, contours, components, depth;

    internal byte[] Glyphs { get; private set; } = [];
    internal byte[] Offsets { get; private set; } = [];

    internal bool Rewrite()
    {
        if (loca.Length < 2 * (wide ? 4 : 2)) return false;
        for (var g = 0; g < count; g++) made[g] = One(Slice(g), g);
        for (var g = 0; g < count; g++)
            if (parts[g] is not null && Depth(g, 0) is var deep && (depth = Math.Max(depth, Math.Min(deep, MaxDepth))) >= 0 && deep > MaxDepth) made[g] = [];
        BigEndian glyphs = new(), offsets = new();
        foreach (var glyph in made)
        {
            offsets.U32(glyphs.Length);
            glyphs.Bytes(glyph).Bytes(new byte[glyph!.Length % 2]);
        }
        offsets.U32(glyphs.Length);
        (Glyphs, Offsets) = (glyphs.ToArray(), offsets.ToArray());
        return true;
    }

    internal byte[] Profile() => new BigEndian().U32(0x00010000).U16(count).U16(points).U16(contours).U16(Math.Min(65_535, points * 4)).U16(Math.Min(65_535, contours * 4))
        .U16(2).U16(0).U16(0).U16(0).U16(0).U16(0).U16(0).U16(components).U16(depth).ToArray();

    private ReadOnlySpan<byte> Slice(int g)
    {
        var size = wide ? 4 : 2;
        if ((g + 2) * size > loca.Length) return default;
        long from = wide ? U32(loca, g * 4) : U16(loca, g * 2) * 2L, to = wide ? U32(loca, (g + 1) * 4) : U16(loca, (g + 1) * 2) * 2L;
        to = Math.Min(to, glyf.Length);
        return from < to ? glyf.AsSpan((int)from, (int)(to - from)) : default;
    }

    private byte[] One(ReadOnlySpan<byte> g, int number)
    {
        if (g.Length < 10) return [];
        var outlines = S16(g, 0);
        return (outlines >= 0 ? Simple(g, outlines) : Composite(g, number)) ?? [];
    }

    private byte[]? Simple(ReadOnlySpan<byte> g, int outlines)
    {
        if (outlines == 0 || 12 + (2 * outlines) > g.Length) return null;
        var last = -1;
        for (var i = 0; i < outlines; i++)
        {
            var end = U16(g, 10 + (2 * i));
            if (end < last || end > MaxPoints) return null;
            last = end;
        }
        var at = 12 + (2 * outlines) + U16(g, 10 + (2 * outlines));
        int start = at, total = last + 1, seen = 0, x = 0, y = 0;
        while (seen < total)
        {
            if (at >= g.Length) return null;
            var flag = g[at++];
            var times = 1;
            if ((flag & 8) != 0)
            {
                if (at >= g.Length) return null;
                times += g[at++];
            }
            if ((seen += times) > total) return null;
            x += times * ((flag & 2) != 0 ? 1 : (flag & 16) != 0 ? 0 : 2);
            y += times * ((flag & 4) != 0 ? 1 : (flag & 32) != 0 ? 0 : 2);
        }
        if (at + x + y > g.Length) return null;
        (points, contours) = (Math.Max(points, total), Math.Max(contours, outlines));
        var o = new BigEndian().Bytes(g[..(10 + (2 * outlines))]).U16(0);
        return o.Bytes(g[start..(at + x + y)]).ToArray();
    }

    private byte[]? Composite(ReadOnlySpan<byte> g, int number)
    {
        var o = new BigEndian().U16(-1).Bytes(g.Slice(2, 8));
        var uses = new List<int>();
        var at = 10;
        while (true)
        {
            if (at + 4 > g.Length || uses.Count >= 64) return null;
            int flags = U16(g, at), glyph = U16(g, at + 2);
            var size = ((flags & 1) != 0 ? 4 : 2) + ((flags & 8) != 0 ? 2 : (flags & 64) != 0 ? 4 : (flags & 128) != 0 ? 8 : 0);
            if (glyph >= count || at + 4 + size > g.Length) return null;
            uses.Add(glyph);
            // Without the flag that announces instructions.
            o.U16(flags & 0x1EEF).U16(glyph).Bytes(g.Slice(at + 4, size));
            at += 4 + size;
            if ((flags & 32) == 0) break;
        }
        components = Math.Max(components, uses.Count);
        parts[number] = uses;
        return o.ToArray();
    }

    private int Depth(int g, int level)
    {
        if (parts[g] is not { } uses || level > MaxDepth) return level;
        var deepest = level;
        foreach (var use in uses) deepest = Math.Max(deepest, Depth(use, level + 1));
        return deepest;
    }
}
