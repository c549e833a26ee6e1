using System.Text;
using static Sekisho.Sanitizing.Pdf.Fonts.BigEndian;

namespace Sekisho.Sanitizing.Pdf.Fonts;

/// <summary>The post table: names of glyphs where a font has them, nothing for a PostScript printer.</summary>
internal static class GlyphNames
{
    internal static byte[] Rewrite(ReadOnlySpan<byte> post, int glyphs)
    {
        var version = post.Length >= 32 ? U32(post, 0) : 0x00030000;
        var names = version == 0x00020000 ? Names(post, glyphs) : null;
        var o = new BigEndian().U32(names is not null ? 0x00020000 : version == 0x00010000 ? 0x00010000 : 0x00030000);
        if (post.Length >= 16) o.Bytes(post.Slice(4, 12));
        else o.Bytes(new byte[12]);
        o.Bytes(new byte[16]);
        if (names is null) return o.ToArray();
        o.U16(glyphs);
        foreach (var index in names.Value.Index) o.U16(index);
        foreach (var name in names.Value.Texts) o.U8(name.Length).Bytes(Encoding.ASCII.GetBytes(name));
        return o.ToArray();
    }

    private static (int[] Index, List<string> Texts)? Names(ReadOnlySpan<byte> post, int glyphs)
    {
        if (post.Length < 34 + (2 * glyphs) || U16(post, 32) != glyphs) return null;
        var texts = new List<string>();
        for (var at = 34 + (2 * glyphs); at < post.Length && at + 1 + post[at] <= post.Length; at += 1 + post[at]) texts.Add(Clean(post.Slice(at + 1, post[at])));
        var index = new int[glyphs];
        for (var g = 0; g < glyphs; g++)
        {
            index[g] = U16(post, 34 + (2 * g));
            if (index[g] >= 258 + texts.Count) index[g] = 0;
        }
        return (index, texts);
    }

    private static string Clean(ReadOnlySpan<byte> name)
    {
        foreach (var c in name)
            if (!char.IsAsciiLetterOrDigit((char)c) && c is not ((byte)'.' or (byte)'_' or (byte)'-')) return "x";
        return name.Length is 0 or > 63 ? "x" : Encoding.ASCII.GetString(name);
    }
}
