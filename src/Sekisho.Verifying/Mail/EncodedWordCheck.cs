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
            foreach (var c in new UTF8Encoding(false, false).GetString(Convert.FromBase64String(word[(start + 10)..end])))
                if (char.IsControl(c) || c is >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069' or '\u200E' or '\u200F' or '\uFFFD') { report.Add("encoded-control", place); break; }
        }
    }
}
