using System.Text;
using Sekisho.Sanitizing.Office;
using Sekisho.Sanitizing.Xml;

namespace Sekisho.Sanitizing.PlainText;

/// <summary>
/// A Word document as lines: numbers that Word counts itself are written out, headings marked by "#", table rows by tabs; what is deleted
/// or hidden is not there. Stops with <see cref="FileStop"/> when the package is broken.
/// </summary>
internal sealed class WordText
{
    private const string W = OfficeNs.W;
    private const string Blank = "　";
    private readonly XElem body;
    private readonly WordStyles styles;
    private readonly WordNumbering numbering;
    private readonly StringBuilder text = new();

    public WordText(OpcPackage package)
    {
        var main = package.Relationships("").FirstOrDefault(r => r.Type == "officeDocument" && package.Has(r.Part))?.Part ?? throw OpcPackage.Conflict("main");
        var related = package.Relationships(main).Where(r => package.Has(r.Part)).GroupBy(r => r.Type, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().Part, StringComparer.Ordinal);
        body = package.ReadXml(main).First("body") ?? throw OpcPackage.Conflict("body");
        styles = new WordStyles(related.TryGetValue("styles", out var style) ? package.ReadXml(style) : null);
        numbering = new WordNumbering(related.TryGetValue("numbering", out var numbers) ? package.ReadXml(numbers) : null);
    }

    public string Read()
    {
        foreach (var block in Blocks(body)) Block(block);
        return text.ToString();
    }

    private void Block(XElem block)
    {
        if (block.Name == "tbl") Table(block);
        else if (Paragraph(block) is { Length: > 0 } line) text.Append(line).Append("\n\n");
    }

    private string Paragraph(XElem p)
    {
        var words = Runs(p).Trim();
        var (number, heading) = Properties(p);
        if (words.Length == 0 && number.Length == 0) return "";
        return (heading > 0 ? new string('#', heading) + " " : "") + number + words;
    }

    private (string Number, int Heading) Properties(XElem p)
    {
        var properties = p.First("pPr");
        var style = styles.Find(properties?.First("pStyle")?.Get("val", W));
        var own = WordStyles.NumberOf(properties);
        var (id, level) = own ?? style.Number ?? (null, 0);
        return (id is null ? "" : numbering.Next(id, level), WordStyles.HeadingOf(properties) ?? style.Heading);
    }

    private void Table(XElem table)
    {
        var rows = table.Children.Where(c => c.Name == "tr").Select(Cells).ToList();
        if (rows.All(r => r.Count <= 1))
        {
            // A frame around text, not a table.
            foreach (var row in rows) foreach (var cell in row) if (cell.Length > 0) text.Append(cell).Append("\n\n");
            return;
        }
        foreach (var row in rows.Where(r => r.Exists(c => c.Length > 0))) text.AppendJoin('\t', row).Append('\n');
        text.Append('\n');
    }

    private List<string> Cells(XElem row)
    {
        var cells = new List<string>();
        foreach (var cell in row.Children.Where(c => c.Name == "tc"))
        {
            var properties = cell.First("tcPr");
            var merged = properties?.First("vMerge") is { } merge && merge.Get("val", W) is null or "continue";
            cells.Add(merged && properties?.First("vMerge") is not null ? "" : string.Concat(Blocks(cell).SelectMany(b => b.SelfAndBelow()).Where(b => b.Is(W, "p")).Select(Paragraph)));
            if (int.TryParse(properties?.First("gridSpan")?.Get("val", W), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var span))
                cells.AddRange(Enumerable.Repeat("", Math.Clamp(span - 1, 0, 30)));
        }
        return cells;
    }

    /// <summary>Paragraphs and tables, also inside content controls.</summary>
    private static IEnumerable<XElem> Blocks(XElem parent) => parent.Children.SelectMany(c => c.Name switch
    {
        "p" or "tbl" => [c],
        "sdt" or "sdtContent" or "customXml" or "ins" or "smartTag" => Blocks(c),
        _ => [],
    });

    private static string Runs(XElem parent)
    {
        var words = new StringBuilder();
        foreach (var child in parent.Children) words.Append(Words(child));
        return words.ToString();
    }

    private static string Words(XElem e) => e.Name switch
    {
        "t" => e.Text,
        "tab" or "ptab" => Blank,
        "br" or "cr" => "\n",
        "noBreakHyphen" => "-",
        "r" => e.First("rPr")?.First("vanish") is { } hidden && hidden.Get("val", W) is not ("0" or "false") ? "" : Runs(e),
        "ruby" => e.First("rubyBase") is { } under ? Runs(under) : "",
        "hyperlink" or "ins" or "moveTo" or "smartTag" or "sdt" or "sdtContent" or "customXml" or "fldSimple" => Runs(e),
        _ => "",
    };
}
