using System.Globalization;
using System.Text;
using System.Xml;
using Sekisho.PolicyText.Parsing;

namespace Sekisho.PolicyText.Exchange;

/// <summary>
/// The clauses as 法令標準XML (XML Schema for Japanese law, version 3). What a statute has no place for (序, the bodies on a cover) is written as its
/// preamble, so that no word is lost.
/// </summary>
public static class LawXmlWriter
{
    private static readonly string[] Eras = ["明治 Meiji", "大正 Taisho", "昭和 Showa", "平成 Heisei", "令和 Reiwa"];
    private static readonly XmlWriterSettings Settings = new() { Indent = true, Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), NewLineChars = "\n" };

    public static byte[] Write(ParsedPolicy policy)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, Settings)) Law(xml, policy);
        return bytes.ToArray();
    }

    private static void Law(XmlWriter xml, ParsedPolicy policy)
    {
        var metas = policy.All.Where(c => c.Level == ClauseLevel.Meta).Select(c => c.Text).ToList();
        xml.WriteStartElement("Law");
        var (era, year) = EraOf(metas);
        xml.WriteAttributeString("Era", era);
        xml.WriteAttributeString("Year", year.ToString("D2", CultureInfo.InvariantCulture));
        xml.WriteAttributeString("Num", "1");
        xml.WriteAttributeString("LawType", "Misc");
        xml.WriteAttributeString("Lang", "ja");
        foreach (var meta in metas.DefaultIfEmpty("")) xml.WriteElementString("LawNum", meta);
        xml.WriteStartElement("LawBody");
        xml.WriteElementString("LawTitle", policy.Title);
        var provisions = new LawXmlProvisions(xml);
        foreach (var clause in policy.Roots.Where(c => c.Level == ClauseLevel.Amending)) xml.WriteElementString("EnactStatement", clause.Text);
        foreach (var toc in policy.Roots.Where(c => c.Level == ClauseLevel.Toc)) Contents(xml, toc);
        Preamble(xml, [.. policy.Roots.Where(c => c.Level is ClauseLevel.Preamble or ClauseLevel.Intro or ClauseLevel.Body)]);
        xml.WriteStartElement("MainProvision");
        provisions.Write([.. policy.Roots.Where(c => c.Level is ClauseLevel.Article || IsChapter(c))]);
        xml.WriteEndElement();
        foreach (var clause in policy.Roots.Where(c => c.Level == ClauseLevel.Supplement)) provisions.Supplement(clause);
        foreach (var clause in policy.Roots.Where(c => c.Level == ClauseLevel.AppendedTable)) provisions.Appended(clause);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static bool IsChapter(Clause clause) => Review.ReviewLevels.IsChapter(clause.Level);

    private static (string Era, int Year) EraOf(IReadOnlyList<string> metas)
    {
        foreach (var meta in metas)
        {
            var text = Characters.WithoutSpace(Characters.Narrow(meta));
            foreach (var era in Eras)
            {
                var at = text.IndexOf(era[..2], StringComparison.Ordinal);
                var end = at < 0 ? -1 : text.IndexOf('年', at);
                if (end > at && (text[(at + 2)..end] == "元" ? 1 : Numerals.Read(text[(at + 2)..end])) is { } year and < 100) return (era[3..], year);
            }
        }
        return ("Reiwa", 1);
    }

    private static void Contents(XmlWriter xml, Clause toc)
    {
        xml.WriteStartElement("TOC");
        xml.WriteElementString("TOCLabel", toc.Caption);
        var number = 0;
        foreach (var entry in toc.Children)
        {
            if (Headings.Supplement(entry.Text).Success)
            {
                xml.WriteStartElement("TOCSupplProvision");
                xml.WriteElementString("SupplProvisionLabel", entry.Text);
                xml.WriteEndElement();
                continue;
            }
            xml.WriteStartElement("TOCChapter");
            xml.WriteAttributeString("Num", (++number).ToString(CultureInfo.InvariantCulture));
            xml.WriteElementString("ChapterTitle", entry.Text);
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    private static void Preamble(XmlWriter xml, IReadOnlyList<Clause> clauses)
    {
        var texts = clauses.SelectMany(c => c.SelfAndBelow()).Select(c => string.Join('　', new[] { c.PrintedLabel, c.Caption, c.Text }.Where(t => t.Length > 0))).Where(t => t.Length > 0).ToList();
        if (texts.Count == 0) return;
        xml.WriteStartElement("Preamble");
        for (var i = 0; i < texts.Count; i++) LawXmlProvisions.Paragraph(xml, i + 1, "", "", texts[i], () => { });
        xml.WriteEndElement();
    }
}
