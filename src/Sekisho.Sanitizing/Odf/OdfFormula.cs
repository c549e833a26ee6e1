using Sekisho.Sanitizing.Office;

namespace Sekisho.Sanitizing.Odf;

/// <summary>A formula or condition of OpenDocument (OpenFormula): listed functions only, references inside the file only. What it refuses becomes the value shown (OD-05).</summary>
internal static class OdfFormula
{
    private const int MaxLength = 32_768;
    private static readonly string[] Conditions =
        ["CELL-CONTENT", "CELL-CONTENT-IS-BETWEEN", "CELL-CONTENT-IS-NOT-BETWEEN", "CELL-CONTENT-TEXT-LENGTH", "CELL-CONTENT-TEXT-LENGTH-IS-BETWEEN", "CELL-CONTENT-TEXT-LENGTH-IS-NOT-BETWEEN", "CELL-CONTENT-IS-IN-LIST", "CELL-CONTENT-IS-DECIMAL-NUMBER", "CELL-CONTENT-IS-WHOLE-NUMBER", "CELL-CONTENT-IS-DATE", "CELL-CONTENT-IS-TIME", "CELL-CONTENT-IS-TEXT", "IS-TRUE-FORMULA", "VALUE", "FORMULA-IS", "BETWEEN", "NOT-BETWEEN"];

    internal static bool IsAllowed(string formula)
    {
        if (formula.Length > MaxLength) return false;
        var bare = new System.Text.StringBuilder(formula.Length);
        var inside = false;
        foreach (var c in formula)
        {
            if (c == '"') inside = !inside;
            else if (!inside) bare.Append(c);
        }
        var text = bare.ToString();
        // '#' parts another file's name from a place in it; error values (#N/A) come without a slash or quote before them.
        if (inside || text.Contains("://", StringComparison.Ordinal) || text.Contains('|', StringComparison.Ordinal) || text.Contains('\\', StringComparison.Ordinal) || text.Contains("'#", StringComparison.Ordinal) || text.Contains("file:", StringComparison.OrdinalIgnoreCase)) return false;
        for (var i = text.IndexOf('(', StringComparison.Ordinal); i >= 0; i = text.IndexOf('(', i + 1))
            if (!IsKnown(NameBefore(text, i))) return false;
        return true;
    }

    private static bool IsKnown(string name)
    {
        if (name.Length == 0) return true;
        foreach (var prefix in (string[])["COM.MICROSOFT.", "ORG.LIBREOFFICE.", "ORG.OPENOFFICE.", "COM.SUN.STAR.SHEET.ADDIN.ANALYSIS.GET"])
            if (name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)) name = name[prefix.Length..];
        return AllowList.Office.Functions.Contains(name) || Conditions.Contains(name.ToUpperInvariant(), StringComparer.Ordinal);
    }

    private static string NameBefore(string text, int at)
    {
        var end = at;
        while (end > 0 && char.IsWhiteSpace(text[end - 1])) end--;
        var start = end;
        while (start > 0 && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] is '.' or '_' or '-')) start--;
        // A minus sign before a function belongs to no name: only conditions have hyphens.
        var name = text[start..end];
        return name.Contains('-', StringComparison.Ordinal) && !Conditions.Contains(name.ToUpperInvariant(), StringComparer.Ordinal) ? name[(name.LastIndexOf('-') + 1)..] : name;
    }
}
