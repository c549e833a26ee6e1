using System.Text;

namespace Sekisho.Verifying.Text;

/// <summary>A text of ours: reads strictly in one Japanese or Unicode encoding, holds no control, direction or invisible character, and begins like no other format.</summary>
internal static class TextCheck
{
    private static readonly byte[][] Magics = ["PK\x03\x04"u8.ToArray(), "%PDF-"u8.ToArray(), "{\\rt"u8.ToArray(), [0xD0, 0xCF, 0x11, 0xE0], [0x7F, 0x45, 0x4C, 0x46], "Rar!"u8.ToArray(), [0x1F, 0x8B], [0x4C, 0, 0, 0]];

    private static readonly HashSet<string> Extensions = new(StringComparer.Ordinal) { "", "txt", "log", "ini", "md", "asc", "text", "cfg", "conf", "lst", "json", "yaml", "yml", "xml", "htm", "html", "xhtml", "eps", "dat" };

    internal static bool IsTextName(string extension) => Extensions.Contains(extension) && extension is not ("htm" or "html" or "xhtml");

    internal static void Run(byte[] bytes, string place, Report report)
    {
        var text = Decode(bytes);
        if (text is null) { report.Add("undecodable", place); return; }
        foreach (var magic in Magics)
            if (bytes.AsSpan().StartsWith(magic)) report.Add("magic", place);
        foreach (var rune in text.EnumerateRunes())
        {
            var v = rune.Value;
            if (v < 0x20 && v is not ('\t' or '\n' or '\r' or '\f') || v is >= 0x7F and <= 0x9F) { report.Add("control", place); return; }
            if (v is >= 0x202A and <= 0x202E or >= 0x2066 and <= 0x2069 or 0x200E or 0x200F or 0x061C or 0x200B or 0x2060 or 0xFEFF or >= 0xE0000 and <= 0xE007F) { report.Add("invisible", place); return; }
        }
    }

    /// <summary>Null when nothing reads it; the mark is taken off.</summary>
    internal static string? Decode(byte[] b)
    {
        if (b is [0xEF, 0xBB, 0xBF, ..]) return Try(new UTF8Encoding(false, true), b, 3);
        if (b is [0xFF, 0xFE, ..]) return Try(new UnicodeEncoding(false, false, true), b, 2);
        if (b is [0xFE, 0xFF, ..]) return Try(new UnicodeEncoding(true, false, true), b, 2);
        if (b.AsSpan().Contains((byte)0x1B)) return Try(Japanese(50221), b, 0);
        return Try(new UTF8Encoding(false, true), b, 0) ?? Try(Japanese(932), b, 0) ?? Try(Japanese(51932), b, 0);
    }

    private static string? Try(Encoding encoding, byte[] b, int skip)
    {
        try { return encoding.GetString(b, skip, b.Length - skip); }
        catch (DecoderFallbackException) { return null; }
    }

    private static Encoding Japanese(int page) => CodePagesEncodingProvider.Instance.GetEncoding(page, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback) ?? throw new InvalidOperationException("The Japanese code pages are not available.");
}
