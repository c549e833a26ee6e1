using System.Text;
using Sekisho.Kernel.Workers;
using Sekisho.Sanitizing.Identification;

namespace Sekisho.Sanitizing.TextFiles;

/// <summary>CV-01…03: a table as text whose cells cannot become formulas. A file whose quotes do not close is given as plain text, under another extension.</summary>
internal static class CsvFile
{
    internal static (byte[] Output, FileKind Written) Rebuild(byte[] bytes, string name, SanitiseLimits limits, FindingLog log)
    {
        var guess = TextFile.Read(bytes, name, log);
        var text = WithoutSeparatorLine(TextCleaner.Clean(guess.Text, name, log), name, log);
        var delimiter = Delimiter(text, name);
        if (CsvReader.Read(text, delimiter, limits.Cells) is not { } rows)
        {
            log.Add("CV-03", FindingAction.TextOnly, name);
            return (TextFile.EncodeWhole(text, guess, name, log), FileKind.Text);
        }
        var b = new StringBuilder(text.Length + 64);
        foreach (var row in rows) Write(b, row, delimiter, name, log);
        return (TextFile.EncodeWhole(b.ToString(), guess, name, log), FileKind.Csv);
    }

    private static void Write(StringBuilder b, CsvRow row, char delimiter, string place, FindingLog log)
    {
        for (var i = 0; i < row.Cells.Count; i++)
        {
            if (i > 0) b.Append(delimiter);
            var (value, quoted) = row.Cells[i];
            var safe = CellGuard.Defuse(value, delimiter, place, log);
            // A quote in a bare cell is written in quotes: readers disagree about where such a cell ends.
            if (!quoted && ReferenceEquals(safe, value) && !value.Contains('"', StringComparison.Ordinal)) b.Append(value);
            else b.Append('"').Append(safe.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
        }
        b.Append(row.End);
    }

    /// <summary>"sep=;" tells one program, and only one, to read other columns than all the rest.</summary>
    private static string WithoutSeparatorLine(string text, string place, FindingLog log)
    {
        if (!text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase)) return text;
        log.Add("CV-03", FindingAction.Removed, place);
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        return end < 0 ? "" : text[(end + 1)..];
    }

    private static char Delimiter(string text, string name)
    {
        if (name.EndsWith(".tsv", StringComparison.OrdinalIgnoreCase)) return '\t';
        var line = text.AsSpan(0, text.IndexOfAny(['\r', '\n']) is >= 0 and var end ? end : text.Length);
        if (line.Contains(',')) return ',';
        return line.Contains('\t') ? '\t' : line.Contains(';') ? ';' : ',';
    }
}
