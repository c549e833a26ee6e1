namespace Sekisho.Sanitizing.Office;

/// <summary>
/// Reads a formula of the file format token by token: functions only from the allow list, no other workbook, no DDE, no name or sheet
/// that was removed. What it refuses becomes the cached value (OX-09, OX-10, OX-12).
/// </summary>
internal static class FormulaGuard
{
    private const int MaxLength = 8_192 * 4;

    /// <summary>Null when the formula may stay, else the rule it breaks.</summary>
    /// <param name="removed">Names and sheets that are gone, folded to upper case.</param>
    internal static string? Broken(string formula, IReadOnlySet<string> removed)
    {
        if (formula.Length > MaxLength) return "LM-11";
        if (NamesAPlace(formula)) return "OX-12";
        for (var at = 0; at < formula.Length;)
        {
            var c = formula[at];
            if (c == '"') { if (!SkipQuoted(formula, ref at, '"')) return "OX-10"; }
            else if (c == '\'') { if (Quoted(formula, ref at, removed) is { } rule) return rule; }
            else if (c == '|') return "OX-09";
            else if (c == '[') { if (Bracket(formula, ref at) is { } rule) return rule; }
            else if (IsWord(c)) { if (Word(formula, ref at, removed) is { } rule) return rule; }
            else at++;
        }
        return null;
    }

    /// <summary>Outside its strings a formula has no "\\server", "c:\" or "http://": names may hold one backslash, never these.</summary>
    private static bool NamesAPlace(string f)
    {
        var inside = false;
        for (var i = 0; i < f.Length; i++)
            if (f[i] == '"') inside = !inside;
            else if (!inside && i + 1 < f.Length && (f[i], f[i + 1]) is ('\\', '\\') or (':', '\\') or (':', '/')) return true;
        return false;
    }

    private static string? Word(string f, ref int at, IReadOnlySet<string> removed)
    {
        var start = at;
        while (at < f.Length && IsWord(f[at])) at++;
        var word = f[start..at];
        var next = at;
        while (next < f.Length && f[next] is ' ' or '\n' or '\r' or '\t') next++;
        if (next < f.Length && f[next] == '(') return AllowList.Office.Functions.Contains(WithoutPrefix(word)) ? null : "OX-10";
        return removed.Contains(word.ToUpperInvariant()) ? "OX-02" : null;
    }

    /// <summary>'Sheet 1'! stays; a quoted name with a bracket, slash or drive names another file.</summary>
    private static string? Quoted(string f, ref int at, IReadOnlySet<string> removed)
    {
        var start = at + 1;
        if (!SkipQuoted(f, ref at, '\'')) return "OX-12";
        var name = f[start..(at - 1)];
        if (name.AsSpan().IndexOfAny("[]\\/:|*?") >= 0) return "OX-12";
        return removed.Contains(name.Replace("''", "'", StringComparison.Ordinal).ToUpperInvariant()) ? "OX-02" : null;
    }

    /// <summary>Table1[Column] follows a word; a bracket of its own begins another workbook.</summary>
    private static string? Bracket(string f, ref int at)
    {
        if (at == 0 || !(IsWord(f[at - 1]) || f[at - 1] is ']')) return "OX-12";
        var depth = 0;
        for (; at < f.Length; at++)
        {
            if (f[at] == '\'') { at++; continue; }
            if (f[at] == '[') depth++;
            else if (f[at] == ']' && --depth == 0) { at++; return null; }
        }
        return "OX-12";
    }

    private static bool SkipQuoted(string f, ref int at, char quote)
    {
        for (at++; at < f.Length; at++)
        {
            if (f[at] != quote) continue;
            if (at + 1 < f.Length && f[at + 1] == quote) { at++; continue; }
            at++;
            return true;
        }
        return false;
    }

    private static string WithoutPrefix(string word)
    {
        while (word.StartsWith("_xlfn.", StringComparison.OrdinalIgnoreCase) || word.StartsWith("_xlws.", StringComparison.OrdinalIgnoreCase)) word = word[6..];
        return word;
    }

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || c is '_' or '.' or '\\' or '?' || c > '\u007F';
}
