using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using Sekisho.Bench.Support;

namespace Sekisho.Bench.Efficacy;

/// <summary>How many of the words of a file are still in what was delivered for it; only where both sides can be read the same way.</summary>
internal static partial class KeptWords
{
    /// <summary>Words before and words of them kept; null where the file has none that can be compared.</summary>
    internal static (int Before, int Kept)? Of(string work, string before, string after)
    {
        if (Words(work, before) is not { Count: > 0 } had || Words(work, after) is not { } has) return null;
        return (had.Values.Sum(), had.Sum(w => Math.Min(w.Value, has.GetValueOrDefault(w.Key))));
    }

    private static Dictionary<string, int>? Words(string work, string file)
    {
        var text = Path.GetExtension(file).ToLowerInvariant() switch
        {
            ".pdf" => Programs.Run(work, "timeout", "60", "pdftotext", "-q", file, "-").Output,
            ".txt" or ".csv" => File.ReadAllText(file),
            ".docx" or ".docm" or ".xlsx" or ".xlsm" or ".pptx" or ".pptm" or ".odt" or ".ods" or ".odp" => Package(file),
            _ => null,
        };
        return text is null ? null : Word().Matches(text).Select(m => m.Value).GroupBy(w => w, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
    }

    private static string? Package(string file)
    {
        try
        {
            using var zip = ZipFile.OpenRead(file);
            var text = new StringBuilder();
            foreach (var entry in zip.Entries.Where(e => Shown().IsMatch(e.FullName) && e.Length < 50_000_000).OrderBy(e => e.FullName, StringComparer.Ordinal))
            {
                using var reader = new StreamReader(entry.Open());
                foreach (Match m in Text().Matches(reader.ReadToEnd())) text.Append(Tag().Replace(m.Groups[1].Value, "")).Append(' ');
            }
            return text.ToString();
        }
        catch (InvalidDataException) { return null; }
    }

    [GeneratedRegex("^(word/document|xl/sharedStrings|ppt/slides/slide[0-9]+|content)\\.xml$", RegexOptions.NonBacktracking)]
    private static partial Regex Shown();

    [GeneratedRegex("<(?:[a-z]:t|t|text:p|text:h)(?: [^>]*)?>(.*?)</(?:[a-z]:t|t|text:p|text:h)>", RegexOptions.Singleline, 10_000)]
    private static partial Regex Text();

    [GeneratedRegex("<[^>]*>", RegexOptions.NonBacktracking)]
    private static partial Regex Tag();

    [GeneratedRegex("[\\p{L}\\p{N}]+", RegexOptions.NonBacktracking)]
    private static partial Regex Word();
}
