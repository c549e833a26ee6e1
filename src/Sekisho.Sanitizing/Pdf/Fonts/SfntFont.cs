using static Sekisho.Sanitizing.Pdf.Fonts.BigEndian;

namespace Sekisho.Sanitizing.Pdf.Fonts;

/// <summary>
/// A TrueType program read table by table and written anew (PD-17): outlines as numbers, metrics, character maps, glyph names. The
/// programs for the hinting machine, layout tables, bitmaps, names and everything unknown are not written.
/// </summary>
internal sealed class SfntFont
{
    private readonly byte[] b;
    private readonly Dictionary<string, (int At, int Length)> tables = new(StringComparer.Ordinal);

    private SfntFont(byte[] bytes) => b = bytes;

    /// <summary>The font written anew; null when it cannot be.</summary>
    internal static byte[]? Rewrite(byte[] bytes)
    {
        var font = new SfntFont(bytes);
        return font.Open() ? font.Build() : null;
    }

    /// <summary>The CFF table of an OpenType font; null without one.</summary>
    internal static byte[]? Outlines(byte[] bytes)
    {
        var font = new SfntFont(bytes);
        return font.Open() && font.tables.ContainsKey("CFF ") ? font.Table("CFF ").ToArray() : null;
    }

    private ReadOnlySpan<byte> Table(string tag) => tables.TryGetValue(tag, out var t) ? b.AsSpan(t.At, t.Length) : default;

    private bool Open()
    {
        if (b.Length < 12) return false;
        var start = b.AsSpan().StartsWith("ttcf"u8) && b.Length >= 16 ? (int)Math.Min(U32(b, 12), b.Length) : 0;
        if (start + 12 > b.Length) return false;
        var count = U16(b, start + 4);
        if (count > 64) return false;
        for (var i = 0; i < count && start + 28 + (16 * i) <= b.Length; i++)
        {
            var at = start + 12 + (16 * i);
            long offset = U32(b, at + 8), length = U32(b, at + 12);
            if (offset >= b.Length) continue;
            tables[System.Text.Encoding.Latin1.GetString(b, at, 4)] = ((int)offset, (int)Math.Min(length, b.Length - offset));
        }
        return tables.Count > 0;
    }

    private byte[]? Build()
    {
        if (Table("head").Length < 54 || Table("maxp").Length < 6 || !tables.ContainsKey("glyf") || !tables.ContainsKey("loca")) return null;
        int glyphs = U16(Table("maxp"), 4), units = U16(Table("head"), 18);
        if (glyphs == 0 || units is < 16 or > 16_384) return null;
        var outlines = new GlyphOutlines(Table("glyf").ToArray(), Table("loca").ToArray(), U16(Table("head"), 50) != 0, glyphs);
        if (!outlines.Rewrite()) return null;
        var made = new SortedDictionary<string, byte[]>(StringComparer.Ordinal)
        {
            ["glyf"] = outlines.Glyphs, ["loca"] = outlines.Offsets, ["head"] = Head(), ["maxp"] = outlines.Profile(), ["hhea"] = Header(glyphs, out var metrics), ["hmtx"] = Metrics(glyphs, metrics), ["post"] = GlyphNames.Rewrite(Table("post"), glyphs),
        };
        if (CharacterMap.Rewrite(Table("cmap"), glyphs) is { } map) made["cmap"] = map;
        return Wrap(made);
    }

    private byte[] Head()
    {
        var head = Table("head");
        var o = new BigEndian().U32(0x00010000).Bytes(head.Slice(4, 4)).U32(0).U32(0x5F0F3CF5);
        // Flags about baseline and bearings stay; those that ask for hinting programs go. No dates.
        o.U16(U16(head, 16) & 0x0003).U16(U16(head, 18)).U32(0).U32(0).U32(0).U32(0);
        o.Bytes(head.Slice(36, 8)).U16(U16(head, 44) & 0x7F).U16(U16(head, 46)).U16(2).U16(1).U16(0);
        return o.ToArray();
    }

    private byte[] Header(int glyphs, out int metrics)
    {
        var from = Table("hhea");
        var known = from.Length >= 36;
        metrics = Math.Clamp(known ? U16(from, 34) : 1, 1, Math.Min(glyphs, Math.Max(1, Table("hmtx").Length / 4)));
        var o = new BigEndian().U32(0x00010000);
        if (known) o.Bytes(from.Slice(4, 20));
        else o.Bytes(new byte[20]);
        return o.Bytes(new byte[8]).U16(0).U16(metrics).ToArray();
    }

    private byte[] Metrics(int glyphs, int metrics)
    {
        var made = new byte[(metrics * 4) + ((glyphs - metrics) * 2)];
        var from = Table("hmtx");
        from[..Math.Min(from.Length, made.Length)].CopyTo(made);
        return made;
    }

    private static byte[] Wrap(SortedDictionary<string, byte[]> tables)
    {
        int count = tables.Count, power = 1, log = 0;
        for (; power * 2 <= count; power *= 2) log++;
        var head = new BigEndian().U32(0x00010000).U16(count).U16(power * 16).U16(log).U16((count - power) * 16);
        var body = new BigEndian();
        var headAt = 0;
        foreach (var (tag, data) in tables)
        {
            var at = 12 + (16 * count) + body.Length;
            if (tag is "head") headAt = at;
            head.Bytes(System.Text.Encoding.ASCII.GetBytes(tag)).U32(Sum(data)).U32(at).U32(data.Length);
            body.Bytes(data).Bytes(new byte[(4 - (data.Length % 4)) % 4]);
        }
        byte[] file = [.. head.ToArray(), .. body.ToArray()];
        System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(headAt + 8), unchecked(0xB1B0AFBA - (uint)Sum(file)));
        return file;
    }

    private static long Sum(byte[] data)
    {
        long sum = 0;
        for (var at = 0; at < data.Length; at++) sum = (sum + ((long)data[at] << (24 - (8 * (at & 3))))) & 0xFFFFFFFF;
        return sum;
    }
}
