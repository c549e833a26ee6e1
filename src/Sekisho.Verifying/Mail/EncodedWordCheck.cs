using System.Text;

namespace Sekisho.Verifying.Mail;

/// <summary>What an encoded word of a header hides: no line end, no control, no direction mark after decoding (header injection).</summary>
internal static class EncodedWordCheck
{
    internal static void Run(string value, string place, Report report)
    {
        foreach (var word in value.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var start = word.IndexOf("=?", StringComparison.Ordinal);
            if (start < 0) continue;
            if (!word.AsSpan(start).StartsWith("=?UTF-8?B?", StringComparison.Ordinal)) { report.Add("encoded-word", place); continue; }
            var end = word.IndexOf("?=", start + 10, StringComparison.Ordinal);
            if (end < 0) { report.Add("encoded-word", place); continue; }
            if (Decoded(word[(start + 10)..end]) is not { } text || text.Any(IsHidden)) report.Add("encoded-control", place);
        }
    }

    /// <summary>U+FFFD that stands in the text is what a damaged subject became; bytes that are no UTF-8 are null.</summary>
    private static string? Decoded(string base64)
    {
        try { return new UTF8Encoding(false, true).GetString(Convert.FromBase64String(base64)); }
        catch (DecoderFallbackException) { return null; }
    }

    private static bool IsHidden(char c) => char.IsControl(c) || c is >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069' or '\u200E' or '\u200F';
}
