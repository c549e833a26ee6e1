using System.Text;

namespace Sekisho.Verifying.Office;

/// <summary>A formula: outside its strings no pipe, no other workbook, no function that fetches or runs.</summary>
internal static class FormulaCheck
{
    private static readonly HashSet<string> Functions = new(StringComparer.Ordinal)
    {
        "WEBSERVICE", "FILTERXML", "ENCODEURL", "RTD", "CALL", "REGISTER", "REGISTER.ID", "EXEC", "HYPERLINK", "IMAGE", "STOCKHISTORY", "PY", "SQL.REQUEST", "INDIRECT", "DDE", "EVALUATE", "FORMULA", "RUN", "HALT", "ALERT", "GET.WORKSPACE", "FOPEN", "FWRITE", "FWRITELN", "GOTO", "RETURN", "ON.TIME", "SEND.KEYS", "DIRECTORY", "CUBEVALUE", "CUBEMEMBER", "CUBESET", "INFO",
    };

    internal static void Run(string formula, string place, Report report)
    {
        var bare = WithoutStrings(formula);
        if (bare.Contains('|', StringComparison.Ordinal)) report.Add("formula-dde", place);
        for (var i = bare.IndexOf('[', StringComparison.Ordinal); i >= 0; i = bare.IndexOf('[', i + 1))
        {
            var before = i == 0 ? ' ' : bare[i - 1];
            if (!char.IsLetterOrDigit(before) && before is not ('_' or '.' or '[' or ',' or ']' or '(' or ':') && before < '\u0080') report.Add("formula-book", place);
        }
        if (bare.Contains("\\\\", StringComparison.Ordinal) || bare.Contains("://", StringComparison.Ordinal) || bare.Contains(":\\", StringComparison.Ordinal)) report.Add("formula-path", place);
        foreach (var function in Calls(bare))
            if (Functions.Contains(function)) report.Add("formula:" + function, place);
    }

    internal static bool IsForbidden(string function) => Functions.Contains(function);

    internal static IEnumerable<string> Calls(string bare)
    {
        for (var i = bare.IndexOf('(', StringComparison.Ordinal); i >= 0; i = bare.IndexOf('(', i + 1))
        {
            var end = i;
            while (end > 0 && bare[end - 1] is ' ' or '\n' or '\r' or '\t') end--;
            var start = end;
            while (start > 0 && (char.IsLetterOrDigit(bare[start - 1]) || bare[start - 1] is '.' or '_')) start--;
            yield return bare[start..end].ToUpperInvariant().Replace("_XLFN.", "", StringComparison.Ordinal).Replace("_XLWS.", "", StringComparison.Ordinal);
        }
    }

    internal static string WithoutStrings(string formula)
    {
        var b = new StringBuilder(formula.Length);
        var inside = false;
        foreach (var c in formula)
            if (c == '"') inside = !inside;
            else if (!inside) b.Append(c);
        return b.ToString();
    }
}
