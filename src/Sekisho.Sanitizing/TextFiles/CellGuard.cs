using System.Text.RegularExpressions;
using Sekisho.Kernel.Workers;

namespace Sekisho.Sanitizing.TextFiles;

/// <summary>CV-01, CV-02: puts an apostrophe before whatever a spreadsheet would calculate; signed numbers, phone numbers and dates stay.</summary>
internal static partial class CellGuard
{
    /// <summary>Returns the same instance when nothing had to change.</summary>
    internal static string Defuse(string cell, char delimiter, string place, FindingLog log)
    {
        if (cell.IndexOfAny(Starters) < 0) return cell;
        var changed = false;
        // Line feeds, semicolons and tabs start a new cell in programs that choose another delimiter.
        var parts = (delimiter == ',' ? Splitter() : SplitterWithComma()).Split(cell);
        for (var i = 0; i < parts.Length; i++)
        {
            if (!IsFormula(parts[i])) continue;
            var isCall = Dangerous().IsMatch(parts[i]);
            log.Add(isCall ? "CV-02" : "CV-01", FindingAction.Rewritten, place);
            parts[i] = "'" + parts[i].TrimStart(' ', '\u3000', '\t');
            changed = true;
        }
        return changed ? string.Concat(parts) : cell;
    }

    private static readonly char[] Starters = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];

    private static bool IsFormula(string part)
    {
        var visible = part.AsSpan().TrimStart(" \u3000\t\r\"'");
        if (part.AsSpan().TrimStart(" \u3000").StartsWith("'", StringComparison.Ordinal)) return false;
        return visible.Length > 0 && visible[0] is '=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠' && !Plain().IsMatch(visible);
    }

    [GeneratedRegex(@"([\n\r;\t])", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Splitter();

    [GeneratedRegex(@"([\n\r;\t,])", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex SplitterWithComma();

    // A sign with digits, separators, a unit or nothing: -1,200  +81-3-1234-5678  -5%  ‐  --  +3.2e5
    [GeneratedRegex(@"^[+\-＋－]+[ ]?([0-9０-９][0-9０-９,.，．\-－() /:]*([eE][+\-]?[0-9]+)?[%％円年月日人件]?)?[ ]*$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Plain();

    [GeneratedRegex(@"\||(HYPERLINK|WEBSERVICE|IMAGE|DDE|CALL|EXEC|RTD|IMPORTXML|IMPORTDATA|IMPORTHTML|IMPORTFEED|IMPORTRANGE)[ ]*\(", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Dangerous();
}
