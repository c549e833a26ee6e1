using System.Text;
using Sekisho.Kernel;

namespace Sekisho.Sanitizing.TextFiles;

/// <summary>RFC 4180 with any delimiter and any line end; null when quotes do not close or text follows a closing quote.</summary>
internal static class CsvReader
{
    internal static List<CsvRow>? Read(string text, char delimiter, int maxCells)
    {
        var rows = new List<CsvRow>();
        var cells = new List<(string, bool)>();
        int at = 0, total = 0;
        while (at < text.Length || cells.Count > 0)
        {
            if (ReadCell(text, delimiter, ref at) is not { } cell) return null;
            cells.Add(cell);
            if (++total > maxCells) throw new FileStop("LM-10", Outcome.Blocked, "csv");
            if (at < text.Length && text[at] == delimiter)
            {
                at++;
                if (at < text.Length) continue;
                cells.Add(("", false));
            }
            rows.Add(new(cells, LineEnd(text, ref at)));
            cells = [];
        }
        return rows;
    }

    private static (string, bool)? ReadCell(string text, char delimiter, ref int at)
    {
        if (at >= text.Length || text[at] != '"')
        {
            var start = at;
            while (at < text.Length && text[at] != delimiter && text[at] is not ('\r' or '\n')) at++;
            return (text[start..at], false);
        }
        var b = new StringBuilder();
        for (at++; at < text.Length; at++)
        {
            if (text[at] != '"') { b.Append(text[at]); continue; }
            if (at + 1 < text.Length && text[at + 1] == '"') { b.Append('"'); at++; continue; }
            at++;
            return at >= text.Length || text[at] == delimiter || text[at] is '\r' or '\n' ? (b.ToString(), true) : null;
        }
        return null;
    }

    private static string LineEnd(string text, ref int at)
    {
        if (at >= text.Length) return "";
        var end = text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n' ? "\r\n" : text[at].ToString();
        at += end.Length;
        return end;
    }
}
