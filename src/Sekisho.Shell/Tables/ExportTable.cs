using System.Net;
using System.Text;

namespace Sekisho.Shell.Tables;

/// <summary>
/// Reads back the tables marked <c>data-export</c> in a page this program has just rendered. The renderer closes every tag and escapes every value,
/// so a walk over the tags is enough; bytes from anywhere else never come here.
/// </summary>
internal sealed class ExportTable
{
    private const string Mark = "data-export=\"";
    private readonly List<List<ExportCell>> rows = [];
    private readonly StringBuilder text = new();
    private List<ExportCell> row = [];
    private string? iso, fixedText;
    private bool isCell, isHead, isNumber;
    private int hidden, columns = 1;

    public static IReadOnlyList<ExportSheet> Read(string page)
    {
        var sheets = new List<ExportSheet>();
        for (var at = page.IndexOf(Mark, StringComparison.Ordinal); at >= 0; at = page.IndexOf(Mark, at, StringComparison.Ordinal))
        {
            var start = at + Mark.Length;
            var end = page.IndexOf("</table>", start, StringComparison.Ordinal);
            if (end < 0) break;
            var name = WebUtility.HtmlDecode(page[start..page.IndexOf('"', start)]);
            sheets.Add(new ExportSheet(name, WithDays(new ExportTable().Rows(page[(page.IndexOf('>', start) + 1)..end]))));
            at = end;
        }
        return sheets;
    }

    private List<List<ExportCell>> Rows(string table)
    {
        for (var at = 0; at < table.Length;)
        {
            var open = table.IndexOf('<', at);
            if (isCell && hidden == 0) text.Append(open < 0 ? table.AsSpan(at) : table.AsSpan(at, open - at));
            if (open < 0) break;
            at = table.IndexOf('>', open) + 1;
            Tag(table.AsSpan(open + 1, at - open - 2));
        }
        return rows;
    }

    private void Tag(ReadOnlySpan<char> tag)
    {
        var length = tag.IndexOfAny(' ', '\n', '\t');
        var name = length < 0 ? tag : tag[..length];
        switch (name)
        {
            case "tr": row = []; break;
            case "/tr": rows.Add(row); break;
            case "th" or "td": Begin(tag, name is "th"); break;
            case "/th" or "/td": End(); break;
            case "br" or "/p" or "/div" or "/li" or "br/": text.Append('\n'); break;
            case "/span": text.Append(' '); break;
            case "select" or "svg": hidden++; break;
            case "/select" or "/svg": hidden--; break;
            case "time" when iso is null: iso = Attribute(tag, "datetime"); break;
        }
    }

    private void Begin(ReadOnlySpan<char> tag, bool head)
    {
        (isCell, isHead, iso) = (true, head && Attribute(tag, "scope") is not "row", null);
        isNumber = Attribute(tag, "class")?.Split(' ').Contains("num", StringComparer.Ordinal) == true;
        fixedText = Attribute(tag, "data-value");
        columns = int.TryParse(Attribute(tag, "colspan"), System.Globalization.CultureInfo.InvariantCulture, out var n) ? n : 1;
        text.Clear();
    }

    private void End()
    {
        isCell = false;
        var lines = (fixedText ?? WebUtility.HtmlDecode(text.ToString())).Split('\n').Select(l => string.Join(' ', l.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).Where(l => l.Length > 0);
        row.Add(new ExportCell(string.Join('\n', lines), iso, isHead, isNumber));
        for (var i = 1; i < columns; i++) row.Add(new ExportCell("", null, isHead, false));
    }

    private static string? Attribute(ReadOnlySpan<char> tag, string name)
    {
        var at = tag.IndexOf(" " + name + "=\"", StringComparison.Ordinal);
        if (at < 0) return null;
        var value = tag[(at + name.Length + 3)..];
        return WebUtility.HtmlDecode(value[..value.IndexOf('"')].ToString());
    }

    /// <summary>A column with days is followed by one with the same days in the western calendar, so that Excel can sort them.</summary>
    private static List<IReadOnlyList<ExportCell>> WithDays(List<List<ExportCell>> rows)
    {
        var dated = rows.SelectMany(r => r.Select((c, i) => (c, i))).Where(p => p.c.Iso is not null && !p.c.IsHead).Select(p => p.i).ToHashSet();
        return [.. rows.Select(r => (IReadOnlyList<ExportCell>)[.. r.SelectMany((c, i) => dated.Contains(i) ? [c, Western(c)] : new[] { c })])];
    }

    private static ExportCell Western(ExportCell cell) => cell.IsHead ? cell with { Text = cell.Text + "(西暦)" } : new ExportCell(cell.Iso ?? "", null, false, false);
}
