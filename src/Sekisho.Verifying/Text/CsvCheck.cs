namespace Sekisho.Verifying.Text;

/// <summary>No cell of a table begins like a formula, whichever of comma, semicolon and tab a program takes as the delimiter.</summary>
internal static class CsvCheck
{
    internal static void Run(byte[] bytes, string place, Report report)
    {
        var text = TextCheck.Decode(bytes) ?? "";
        bool begins = true, quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '"') quoted = !quoted;
            // A comma inside quotes is text; the other three start a cell in programs that choose another delimiter.
            if (c is ';' or '\t' or '\n' or '\r' || c == ',' && !quoted) { begins = true; continue; }
            if (begins && c is ' ' or '"' or '\u3000') continue;
            if (begins && c is '=' or '@' or '＝' or '＠') report.Add("cell", place);
            if (begins && c is '+' or '-' or '＋' or '－' && !IsNumber(text, i)) report.Add("cell", place);
            begins = false;
        }
        if (text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) || text.StartsWith("ID;", StringComparison.Ordinal)) report.Add("first-line", place);
    }

    /// <summary>From the sign to the end of the cell nothing but digits, separators and a unit: no letter that could be a name, no call.</summary>
    private static bool IsNumber(string text, int at)
    {
        for (var i = at; i < text.Length && text[i] is not (',' or ';' or '\t' or '\n' or '\r' or '"'); i++)
            if (!(text[i] is >= '0' and <= '9' or >= '０' and <= '９' or '+' or '-' or '＋' or '－' or '.' or '．' or '，' or '(' or ')' or '/' or ':' or ' ' or '%' or '％' or 'e' or 'E' or '円' or '年' or '月' or '日' or '人' or '件')) return false;
        return true;
    }
}
