using System.Globalization;
using System.Text;
using System.Xml;

namespace Sekisho.PolicyText.Exchange;

/// <summary>The paragraphs and tables of the Word document, each with the indents its level has in print.</summary>
internal sealed class WordBody
{
    internal const string W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    /// <summary>One full-width character of 10.5 points, in twentieths of a point.</summary>
    private const int Character = 210;
    private const string Blank = "　";
    private readonly XmlWriter xml;

    private WordBody(XmlWriter xml) => this.xml = xml;

    public static string Of(ParsedPolicy policy) => Document(body =>
    {
        foreach (var clause in policy.Roots) body.Clause(clause, 0);
    });

    /// <summary>A title, a line below it and one table whose first row is its head.</summary>
    public static string OfTable(string title, string lead, IReadOnlyList<IReadOnlyList<string>> rows) => Document(body =>
    {
        body.Line(title, 0, 0, "center", bold: true);
        body.Line(lead, 0, 0, "right");
        body.Rows(rows);
    });

    /// <summary>A title and parts, each with a heading, lines and a table.</summary>
    public static string OfReport(string title, IReadOnlyList<WordPart> parts) => Document(body =>
    {
        body.Line(title, 0, 0, "center", bold: true);
        foreach (var part in parts)
        {
            if (part.Heading is { } heading) body.Line(heading, 0, 0, null, bold: true);
            foreach (var line in part.Lines.SelectMany(l => l.Split('\n'))) body.Line(line.TrimEnd('\r'), Character, 0, null);
            if (part.Rows.Count > 0) body.Rows(part.Rows);
        }
    });

    private static string Document(Action<WordBody> write)
    {
        var text = new StringBuilder();
        using (var xml = XmlWriter.Create(text, new XmlWriterSettings { OmitXmlDeclaration = true }))
        {
            xml.WriteStartElement("w", "document", W);
            xml.WriteAttributeString("xmlns", "r", null, R);
            xml.WriteStartElement("body", W);
            var body = new WordBody(xml);
            write(body);
            body.Page();
            xml.WriteEndElement();
            xml.WriteEndElement();
        }
        return text.ToString();
    }

    private void Clause(Clause clause, int below)
    {
        switch (clause.Level)
        {
            case ClauseLevel.Title: Line(clause.Text, 0, 0, "center", bold: true); break;
            case ClauseLevel.Meta or ClauseLevel.Body: Line(clause.Text, 0, 0, "right"); break;
            case ClauseLevel.Table: Table(clause); return;
            case ClauseLevel.Part or ClauseLevel.Chapter or ClauseLevel.Section or ClauseLevel.Subsection or ClauseLevel.Supplement or ClauseLevel.Toc or ClauseLevel.Intro: Headline(clause); break;
            case ClauseLevel.AppendedTable: Line(clause.PrintedLabel + (clause.Caption.Length > 0 ? "（" + clause.Caption + "）" : ""), 0, 0, null, newPage: true); Plain(clause.Text, 0); break;
            case ClauseLevel.Article: Article(clause); break;
            case ClauseLevel.Par: Captioned(clause, 0); break;
            case ClauseLevel.Item: Numbered(clause, 1); break;
            case ClauseLevel.Subitem: Numbered(clause, 2 + below); break;
            default: Plain(Joined(clause.PrintedLabel, clause.Caption, clause.Text), clause.Level == ClauseLevel.TocEntry ? 2 : 0); break;
        }
        // 第1項 of an article stands behind its number.
        foreach (var child in clause.Children.Where(c => !IsFirstParagraph(clause, c))) Clause(child, clause.Level == ClauseLevel.Subitem ? below + 1 : 0);
    }

    private static bool IsFirstParagraph(Clause parent, Clause child) => parent.Level == ClauseLevel.Article && parent.Text.Length == 0 && child.Level == ClauseLevel.Par && child.PrintedLabel.Length == 0;

    private void Article(Clause clause)
    {
        if (clause.Caption.Length > 0) Line("（" + clause.Caption + "）", Character, 0, null);
        var first = clause.Children.FirstOrDefault(c => IsFirstParagraph(clause, c));
        Line(Joined(clause.PrintedLabel, first?.Text ?? clause.Text), Character, Character, null);
        foreach (var child in first?.Children ?? []) Clause(child, 0);
    }

    private void Captioned(Clause clause, int indent)
    {
        if (clause.Caption.Length > 0) Line("（" + clause.Caption + "）", Character, 0, null);
        Line(Joined(clause.PrintedLabel, clause.Text), (indent + 1) * Character, Character, null);
    }

    private void Numbered(Clause clause, int indent) => Line(Joined(clause.PrintedLabel, clause.Caption, clause.Text), (indent + 1) * Character, Character, null);

    private void Headline(Clause clause)
    {
        var label = clause.Level == ClauseLevel.Supplement ? clause.PrintedLabel.Replace("附則", "附" + Blank + "則", StringComparison.Ordinal) : clause.PrintedLabel;
        Line(Joined(label, clause.Caption), (clause.Level == ClauseLevel.Section ? 4 : 3) * Character, 0, null);
        Plain(clause.Text, 0);
    }

    private void Plain(string text, int indent)
    {
        if (text.Length > 0) Line(text, indent * Character, indent > 0 ? 0 : -Character, null);
    }

    /// <param name="text">The words.</param>
    /// <param name="left">Indent of the whole paragraph.</param>
    /// <param name="hanging">How far the first line hangs out; negative: goes in.</param>
    /// <param name="align">center, right or null.</param>
    /// <param name="bold">For the title.</param>
    /// <param name="newPage">Begins a page.</param>
    private void Line(string text, int left, int hanging, string? align, bool bold = false, bool newPage = false)
    {
        xml.WriteStartElement("p", W);
        xml.WriteStartElement("pPr", W);
        if (newPage) Empty("pageBreakBefore");
        xml.WriteStartElement("ind", W);
        Value("left", left);
        if (hanging != 0) Value(hanging > 0 ? "hanging" : "firstLine", Math.Abs(hanging));
        xml.WriteEndElement();
        if (align is not null) Empty("jc", align);
        xml.WriteEndElement();
        Run(text, bold);
        xml.WriteEndElement();
    }

    private void Run(string text, bool bold)
    {
        xml.WriteStartElement("r", W);
        if (bold)
        {
            xml.WriteStartElement("rPr", W);
            Empty("b");
            xml.WriteEndElement();
        }
        xml.WriteStartElement("t", W);
        xml.WriteAttributeString("xml", "space", null, "preserve");
        xml.WriteString(text.ReplaceLineEndings(" "));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private void Table(Clause table)
    {
        if (table.Caption.Length > 0) Line(table.Caption, 0, 0, null);
        Rows(ClauseTable.Rows(table));
    }

    private void Rows(IReadOnlyList<IReadOnlyList<string>> rows)
    {
        xml.WriteStartElement("tbl", W);
        xml.WriteStartElement("tblPr", W);
        xml.WriteStartElement("tblBorders", W);
        foreach (var side in new[] { "top", "left", "bottom", "right", "insideH", "insideV" })
        {
            xml.WriteStartElement(side, W);
            xml.WriteAttributeString("val", W, "single");
            xml.WriteAttributeString("sz", W, "4");
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
        xml.WriteEndElement();
        var columns = rows.Max(r => r.Count);
        foreach (var row in rows)
        {
            xml.WriteStartElement("tr", W);
            foreach (var cell in row.Concat(Enumerable.Repeat("", columns - row.Count)))
            {
                xml.WriteStartElement("tc", W);
                Line(cell, 0, 0, null);
                xml.WriteEndElement();
            }
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
        Line("", 0, 0, null);
    }

    /// <summary>A4 upright with 30 mm at the left, top and bottom and 25 mm at the right; the page number at the foot.</summary>
    private void Page()
    {
        xml.WriteStartElement("sectPr", W);
        xml.WriteStartElement("footerReference", W);
        xml.WriteAttributeString("type", W, "default");
        xml.WriteAttributeString("id", R, "r2");
        xml.WriteEndElement();
        xml.WriteStartElement("pgSz", W);
        Value("w", 11906);
        Value("h", 16838);
        xml.WriteEndElement();
        xml.WriteStartElement("pgMar", W);
        foreach (var (side, twips) in new[] { ("top", 1701), ("right", 1418), ("bottom", 1701), ("left", 1701), ("header", 851), ("footer", 851), ("gutter", 0) }) Value(side, twips);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private void Empty(string name, string? value = null)
    {
        xml.WriteStartElement(name, W);
        if (value is not null) xml.WriteAttributeString("val", W, value);
        xml.WriteEndElement();
    }

    private void Value(string name, int value) => xml.WriteAttributeString(name, W, value.ToString(CultureInfo.InvariantCulture));

    private static string Joined(params ReadOnlySpan<string> parts)
    {
        var text = new StringBuilder();
        foreach (var part in parts)
        {
            if (part.Length == 0) continue;
            if (text.Length > 0) text.Append(Blank);
            text.Append(part);
        }
        return text.ToString();
    }
}
