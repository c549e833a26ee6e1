using System.Xml.Linq;
using Sekisho.Kernel.Clauses;
using Sekisho.PolicyText.Parsing;

namespace Sekisho.PolicyText.Exchange;

/// <summary>項, 号 and what stands below them, with their sentences, columns and tables.</summary>
internal sealed class LawXmlText(PathMaker paths)
{
    private const int DeepestSubitem = 10;

    /// <summary>All characters of an element but the readings printed beside it; empty for none.</summary>
    public static string Of(XElement? element) =>
        element is null ? "" : string.Concat(element.DescendantNodes().OfType<XText>().Where(t => !t.Ancestors("Rt").Any()).Select(t => t.Value)).Trim();

    /// <summary>The sentences of a Paragraph, Item or Subitem, put together.</summary>
    public static string Sentences(XElement element) =>
        string.Concat(element.Elements().Where(e => e.Name.LocalName.EndsWith("Sentence", StringComparison.Ordinal)).SelectMany(e => e.Elements("Sentence")).Select(Of));

    /// <summary>An article: one 項 without number is its own text.</summary>
    public Clause Numbered(XElement element, ClauseRef path, ClauseLevel level, string label, string caption)
    {
        var read = Paragraphs([.. element.Elements("Paragraph")], path);
        return new Clause(path, level, label, Headings.Bracketed(caption) ?? caption, read.Text, read.Children);
    }

    public (string Text, IReadOnlyList<Clause> Children) Paragraphs(IReadOnlyList<XElement> paragraphs, ClauseRef home)
    {
        if (paragraphs.Count == 1 && Of(paragraphs[0].Element("ParagraphNum")).Length == 0) return (Sentences(paragraphs[0]), Below(paragraphs[0], home, 0));
        var unnumbered = paragraphs.All(p => Of(p.Element("ParagraphNum")).Length == 0);
        return ("", [.. paragraphs.Select(p => Paragraph(p, home, unnumbered))]);
    }

    private Clause Paragraph(XElement paragraph, ClauseRef home, bool unnumbered)
    {
        var path = paths.Next(home, unnumbered ? ClauseSegmentKind.P : ClauseSegmentKind.Par, (string?)paragraph.Attribute("Num") ?? "1");
        var caption = Of(paragraph.Element("ParagraphCaption"));
        return new Clause(path, unnumbered ? ClauseLevel.Paragraph : ClauseLevel.Par, Of(paragraph.Element("ParagraphNum")), Headings.Bracketed(caption) ?? caption, Sentences(paragraph), Below(paragraph, path, 0));
    }

    /// <summary>号 (depth 0), Subitem1 (1) and deeper; lists without numbers and tables.</summary>
    private List<Clause> Below(XElement element, ClauseRef home, int depth)
    {
        var name = depth == 0 ? "Item" : "Subitem" + depth.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var children = new List<Clause>();
        foreach (var child in element.Elements())
        {
            if (child.Name.LocalName == name && depth <= DeepestSubitem) children.Add(Item(child, name, home, depth));
            else if (child.Name.LocalName == "TableStruct") children.AddRange(child.Elements("Table").Select(t => Table(t, home, Of(child.Element("TableStructTitle")))));
            else if (child.Name.LocalName == "List") children.Add(new Clause(paths.Next(home, ClauseSegmentKind.P, "1"), ClauseLevel.Paragraph, "", "", Of(child), []));
        }
        return children;
    }

    private Clause Item(XElement item, string name, ClauseRef home, int depth)
    {
        var path = paths.Next(home, depth == 0 ? ClauseSegmentKind.Item : ClauseSegmentKind.Sub, (string?)item.Attribute("Num") ?? "1");
        var columns = item.Element(name + "Sentence")?.Elements("Column").Select(Of).ToList() ?? [];
        var (caption, text) = columns.Count > 1 ? (columns[0], string.Join('　', columns.Skip(1))) : ("", columns.Count == 1 ? columns[0] : Sentences(item));
        return new Clause(path, depth == 0 ? ClauseLevel.Item : ClauseLevel.Subitem, Of(item.Element(name + "Title")), caption, text, Below(item, path, depth + 1));
    }

    public Clause Table(XElement table, ClauseRef home, string title = "")
    {
        var path = paths.Next(home, ClauseSegmentKind.Table);
        var rows = table.Elements().Where(e => e.Name.LocalName is "TableRow" or "TableHeaderRow").Select(r => r.Elements().Select(Of).ToList()).Where(r => r.Count > 0).ToList();
        var clauses = new List<Clause>();
        IReadOnlyList<string> above = [];
        for (var i = 0; i < rows.Count; i++)
        {
            var keys = i == 0 ? [] : Tables.TableReader.FillFromAbove(rows[i][..^1], above);
            clauses.Add(new Clause(paths.Next(path, ClauseSegmentKind.R, i.ToString(System.Globalization.CultureInfo.InvariantCulture)), ClauseLevel.TableRow, "",
                string.Join(Tables.TableReader.Between, keys.Where(k => k.Length > 0)), i == 0 ? string.Join(" | ", rows[i].Where(c => c.Length > 0)) : rows[i][^1], []));
            if (i > 0) above = keys;
        }
        return new Clause(path, ClauseLevel.Table, "", title, "", clauses);
    }
}
