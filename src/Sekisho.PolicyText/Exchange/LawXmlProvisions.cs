using System.Globalization;
using System.Xml;
using Sekisho.Kernel.Clauses;

namespace Sekisho.PolicyText.Exchange;

/// <summary>編 to 号 細目, 附則, 別表 and 様式 as elements of 法令標準XML.</summary>
internal sealed class LawXmlProvisions(XmlWriter xml)
{
    private const int DeepestSubitem = 10;

    public void Write(IReadOnlyList<Clause> clauses)
    {
        foreach (var clause in clauses)
        {
            if (clause.Level == ClauseLevel.Article) Article(clause);
            else if (Review.ReviewLevels.IsChapter(clause.Level)) Chapter(clause);
        }
    }

    private void Chapter(Clause clause)
    {
        var name = clause.Path.Segments[^1].Kind switch
        {
            ClauseSegmentKind.Part => "Part",
            ClauseSegmentKind.Chap => "Chapter",
            ClauseSegmentKind.Sect => "Section",
            ClauseSegmentKind.Subsect => "Subsection",
            _ => "Division",
        };
        xml.WriteStartElement(name);
        xml.WriteAttributeString("Num", Number(clause));
        xml.WriteElementString(name + "Title", Joined(clause.PrintedLabel, clause.Caption));
        Write(clause.Children);
        xml.WriteEndElement();
    }

    private void Article(Clause clause)
    {
        xml.WriteStartElement("Article");
        xml.WriteAttributeString("Num", Number(clause));
        if (clause.Caption.Length > 0) xml.WriteElementString("ArticleCaption", "（" + clause.Caption + "）");
        xml.WriteElementString("ArticleTitle", clause.PrintedLabel);
        Paragraphs(clause);
        xml.WriteEndElement();
    }

    /// <summary>The text and the 項 of an article or a 附則; text of its own is its first 項.</summary>
    private void Paragraphs(Clause clause)
    {
        var numbered = clause.Children.Where(c => c.Level is ClauseLevel.Par or ClauseLevel.Paragraph).ToList();
        var loose = clause.Children.Where(c => c.Level is not (ClauseLevel.Par or ClauseLevel.Paragraph or ClauseLevel.Article)).ToList();
        var count = 0;
        if (clause.Text.Length > 0 || loose.Count > 0 || numbered.Count == 0 && clause.Level == ClauseLevel.Article) Paragraph(xml, ++count, "", "", clause.Text, () => Below(loose, 0));
        foreach (var par in numbered) Paragraph(xml, ++count, par.PrintedLabel, par.Caption, par.Text, () => Below(par.Children, 0));
    }

    public static void Paragraph(XmlWriter xml, int number, string label, string caption, string text, Action below)
    {
        xml.WriteStartElement("Paragraph");
        xml.WriteAttributeString("Num", number.ToString(CultureInfo.InvariantCulture));
        if (caption.Length > 0) xml.WriteElementString("ParagraphCaption", "（" + caption + "）");
        xml.WriteElementString("ParagraphNum", label);
        xml.WriteStartElement("ParagraphSentence");
        Sentences(xml, text);
        xml.WriteEndElement();
        below();
        xml.WriteEndElement();
    }

    private void Below(IReadOnlyList<Clause> clauses, int depth)
    {
        foreach (var clause in clauses)
        {
            if (clause.Level == ClauseLevel.Table) Table(clause);
            else if (clause.Level == ClauseLevel.Paragraph || depth > DeepestSubitem) List(clause);
            else Item(clause, depth);
        }
    }

    private void Item(Clause clause, int depth)
    {
        var name = depth == 0 ? "Item" : "Subitem" + depth.ToString(CultureInfo.InvariantCulture);
        xml.WriteStartElement(name);
        xml.WriteAttributeString("Num", Number(clause));
        xml.WriteElementString(name + "Title", clause.PrintedLabel);
        xml.WriteStartElement(name + "Sentence");
        if (clause.Caption.Length == 0) Sentences(xml, clause.Text);
        else foreach (var (column, text) in new[] { ("1", clause.Caption), ("2", clause.Text) })
        {
            xml.WriteStartElement("Column");
            xml.WriteAttributeString("Num", column);
            Sentences(xml, text);
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
        Below(clause.Children, depth + 1);
        xml.WriteEndElement();
    }

    private void List(Clause clause)
    {
        xml.WriteStartElement("List");
        xml.WriteStartElement("ListSentence");
        Sentences(xml, Joined(clause.PrintedLabel, clause.Caption, clause.Text));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    public void Supplement(Clause clause)
    {
        var label = clause.PrintedLabel.Replace("附則", "附　則", StringComparison.Ordinal);
        var open = label.IndexOf('（', StringComparison.Ordinal);
        var close = label.LastIndexOf('）');
        xml.WriteStartElement("SupplProvision");
        if (open > 0 && close > open) xml.WriteAttributeString("AmendLawNum", label[(open + 1)..close]);
        if (label.EndsWith('抄')) xml.WriteAttributeString("Extract", "true");
        xml.WriteElementString("SupplProvisionLabel", open > 0 ? label[..open] : label.TrimEnd('抄'));
        Paragraphs(clause);
        foreach (var article in clause.Children.Where(c => c.Level == ClauseLevel.Article)) Article(article);
        xml.WriteEndElement();
    }

    public void Appended(Clause clause)
    {
        var isTable = clause.Children.Any(c => c.Level == ClauseLevel.Table) && !clause.PrintedLabel.Contains("様式", StringComparison.Ordinal);
        var name = isTable ? "AppdxTable" : "AppdxStyle";
        xml.WriteStartElement(name);
        xml.WriteElementString(name + "Title", clause.PrintedLabel);
        if (clause.Caption.Length > 0) xml.WriteElementString("RelatedArticleNum", "（" + clause.Caption + "）");
        foreach (var table in clause.Children.Where(c => c.Level == ClauseLevel.Table)) Table(table);
        var texts = clause.Children.Where(c => c.Level != ClauseLevel.Table).SelectMany(c => c.SelfAndBelow()).Select(c => Joined(c.PrintedLabel, c.Caption, c.Text)).Prepend(clause.Text).Where(t => t.Length > 0).ToList();
        if (texts.Count > 0)
        {
            xml.WriteStartElement("StyleStruct");
            xml.WriteStartElement("Style");
            foreach (var text in texts) xml.WriteElementString("Sentence", text);
            xml.WriteEndElement();
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    /// <summary>Rows as they are read: the cells left of the last one stand in the caption.</summary>
    private void Table(Clause table)
    {
        xml.WriteStartElement("TableStruct");
        if (table.Caption.Length > 0) xml.WriteElementString("TableStructTitle", table.Caption);
        xml.WriteStartElement("Table");
        foreach (var cells in ClauseTable.Rows(table))
        {
            xml.WriteStartElement("TableRow");
            foreach (var cell in cells)
            {
                xml.WriteStartElement("TableColumn");
                Sentences(xml, cell);
                xml.WriteEndElement();
            }
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Sentences(XmlWriter xml, string text)
    {
        var sentences = SentenceSplitter.Split(text);
        for (var i = 0; i < Math.Max(1, sentences.Count); i++)
        {
            xml.WriteStartElement("Sentence");
            xml.WriteAttributeString("Num", (i + 1).ToString(CultureInfo.InvariantCulture));
            if (sentences.Count > 0) xml.WriteString(sentences[i]);
            xml.WriteEndElement();
        }
    }

    private static string Number(Clause clause)
    {
        var segment = clause.Path.Segments[^1];
        return string.Join('_', segment.Branches.Prepend(segment.Number ?? 1).Select(n => n.ToString(CultureInfo.InvariantCulture)));
    }

    private static string Joined(params ReadOnlySpan<string> parts)
    {
        var list = new List<string>();
        foreach (var part in parts) if (part.Length > 0) list.Add(part);
        return string.Join('　', list);
    }
}
