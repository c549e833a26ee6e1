using System.Xml;
using System.Xml.Linq;
using Sekisho.Kernel;
using Sekisho.Kernel.Clauses;
using Sekisho.PolicyText.Parsing;

namespace Sekisho.PolicyText.Exchange;

/// <summary>
/// 法令標準XML of e-Gov (XML Schema for Japanese law, version 3), bare or inside an answer of its interface. Text is taken as it stands;
/// what a statute has and a policy has not (figures, notes) is read as paragraphs.
/// </summary>
public static class LawXmlReader
{
    private static readonly (string Name, ClauseLevel Level, ClauseSegmentKind Kind)[] Chapters =
    [
        ("Part", ClauseLevel.Part, ClauseSegmentKind.Part), ("Chapter", ClauseLevel.Chapter, ClauseSegmentKind.Chap), ("Section", ClauseLevel.Section, ClauseSegmentKind.Sect),
        ("Subsection", ClauseLevel.Subsection, ClauseSegmentKind.Subsect), ("Division", ClauseLevel.Subsection, ClauseSegmentKind.Division),
    ];

    public static Result<ParsedPolicy> Read(string xml)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersFromEntities = 1, IgnoreComments = true };
        try
        {
            using var reader = XmlReader.Create(new StringReader(xml), settings);
            var law = XDocument.Load(reader).Descendants("Law").FirstOrDefault();
            return law?.Element("LawBody") is null ? NoLaw : new ParsedPolicy(new Reading().Law(law));
        }
        catch (XmlException)
        {
            return NoLaw;
        }
    }

    private static Refusal NoLaw { get; } = new("policy.source.law", "法令標準XMLとして読めません。", "e-Govの法令標準XML(Lawの要素のあるもの)を選ぶか、文字の文書にしてから選んでください。");

    private sealed class Reading
    {
        private readonly PathMaker paths = new();
        private readonly LawXmlText words;

        public Reading() => words = new LawXmlText(paths);

        public List<Clause> Law(XElement law)
        {
            var body = law.Element("LawBody")!;
            var clauses = new List<Clause>();
            Leaf(clauses, ClauseLevel.Title, ClauseSegmentKind.Title, body.Element("LawTitle"));
            foreach (var number in law.Elements("LawNum")) Leaf(clauses, ClauseLevel.Meta, ClauseSegmentKind.Meta, number);
            foreach (var part in body.Elements()) clauses.AddRange(Top(part));
            return clauses;
        }

        private IEnumerable<Clause> Top(XElement part) => part.Name.LocalName switch
        {
            "EnactStatement" => [Statement(part)],
            "TOC" => [Contents(part)],
            "Preamble" => Preamble(part),
            "MainProvision" => Provisions(part, null),
            "SupplProvision" => [Supplement(part)],
            "AppdxTable" or "AppdxStyle" or "AppdxFig" or "AppdxNote" or "AppdxFormat" or "Appdx" => [Appended(part)],
            _ => [],
        };

        private Clause Statement(XElement part)
        {
            var text = LawXmlText.Of(part);
            return Headings.IsAmending(text)
                ? new Clause(paths.Next(null, ClauseSegmentKind.Amend), ClauseLevel.Amending, "", "", text, [])
                : new Clause(paths.Next(null, ClauseSegmentKind.Pre), ClauseLevel.Preamble, "", "", text, []);
        }

        private void Leaf(List<Clause> clauses, ClauseLevel level, ClauseSegmentKind kind, XElement? element)
        {
            if (element is not null && LawXmlText.Of(element) is { Length: > 0 } text) clauses.Add(new Clause(paths.Next(null, kind, kind == ClauseSegmentKind.Meta ? "1" : ""), level, "", "", text, []));
        }

        private Clause Contents(XElement toc)
        {
            var path = paths.Next(null, ClauseSegmentKind.Toc);
            var entries = toc.Descendants().Where(e => e.Name.LocalName is "PartTitle" or "ChapterTitle" or "SectionTitle" or "SubsectionTitle" or "DivisionTitle" or "SupplProvisionLabel" or "ArticleTitle")
                .Select(e => LawXmlText.Of(e) + LawXmlText.Of(e.Parent!.Element("ArticleRange")));
            return new Clause(path, ClauseLevel.Toc, "", LawXmlText.Of(toc.Element("TOCLabel")), "",
                [.. entries.Select(text => new Clause(paths.Next(path, ClauseSegmentKind.E, "1"), ClauseLevel.TocEntry, "", "", text, []))]);
        }

        private IEnumerable<Clause> Preamble(XElement part)
        {
            var texts = part.Elements("Paragraph").Select(LawXmlText.Sentences).ToList();
            if (texts.Count == 1) return [new Clause(paths.Next(null, ClauseSegmentKind.Pre), ClauseLevel.Preamble, "", "", texts[0], [])];
            var home = ClauseRef.Of(ClauseSegment.Of(ClauseSegmentKind.Pre));
            return texts.Select(text => new Clause(paths.Next(home, ClauseSegmentKind.P, "1"), ClauseLevel.Preamble, "", "", text, [])).ToList();
        }

        private List<Clause> Provisions(XElement parent, ClauseRef? home)
        {
            var clauses = new List<Clause>();
            var loose = parent.Elements("Paragraph").ToList();
            foreach (var element in parent.Elements())
            {
                var chapter = Array.Find(Chapters, c => c.Name == element.Name.LocalName);
                if (chapter.Name is not null) clauses.Add(Chapter(element, chapter.Level, chapter.Kind, home));
                else if (element.Name.LocalName == "Article") clauses.Add(Article(element));
            }
            return loose.Count == 0 ? clauses : [.. words.Paragraphs(loose, home ?? paths.Next(null, ClauseSegmentKind.Part)).Children, .. clauses];
        }

        private Clause Chapter(XElement element, ClauseLevel level, ClauseSegmentKind kind, ClauseRef? home)
        {
            var path = paths.Next(home, kind, (string?)element.Attribute("Num") ?? "1");
            var title = LawXmlText.Of(element.Element(element.Name.LocalName + "Title"));
            var match = Headings.Chapter(title);
            var (label, caption) = match.Success ? (match.Groups["label"].Value, match.Groups["rest"].Value.Trim()) : ("", title);
            return new Clause(path, level, label, caption, "", Provisions(element, path));
        }

        private Clause Article(XElement element)
        {
            var path = paths.Next(null, ClauseSegmentKind.Art, Number(element));
            return words.Numbered(element, path, ClauseLevel.Article, LawXmlText.Of(element.Element("ArticleTitle")), LawXmlText.Of(element.Element("ArticleCaption")));
        }

        /// <summary>"18:20" is a range that was repealed as one.</summary>
        private static string Number(XElement element) => ((string?)element.Attribute("Num") ?? "1").Split(':')[0];

        private Clause Supplement(XElement part)
        {
            var label = Characters.WithoutSpace(LawXmlText.Of(part.Element("SupplProvisionLabel")));
            var law = (string?)part.Attribute("AmendLawNum");
            label += (law is null ? "" : "（" + law + "）") + ((string?)part.Attribute("Extract") == "true" ? "抄" : "");
            var path = paths.Next(null, ClauseSegmentKind.Suppl);
            var read = words.Paragraphs([.. part.Elements("Paragraph")], path);
            var articles = part.Elements("Article").Select(a => words.Numbered(a, paths.Next(path, ClauseSegmentKind.Art, Number(a)), ClauseLevel.Article, LawXmlText.Of(a.Element("ArticleTitle")), LawXmlText.Of(a.Element("ArticleCaption"))));
            return new Clause(path, ClauseLevel.Supplement, label, "", read.Text, [.. read.Children, .. articles]);
        }

        private Clause Appended(XElement part)
        {
            var path = paths.Next(null, ClauseSegmentKind.Apptable, "1");
            var label = LawXmlText.Of(part.Elements().FirstOrDefault(e => e.Name.LocalName.EndsWith("Title", StringComparison.Ordinal)));
            var related = LawXmlText.Of(part.Element("RelatedArticleNum"));
            var texts = part.Descendants().Where(e => e.Name.LocalName is "Style" or "Format" or "Note" or "Remarks").SelectMany(e => e.Descendants("Sentence")).Select(LawXmlText.Of).Where(t => t.Length > 0).ToList();
            var children = part.Descendants("Table").Select(t => words.Table(t, path)).ToList();
            if (texts.Count > 1) children.AddRange(texts.Select(t => new Clause(paths.Next(path, ClauseSegmentKind.P, "1"), ClauseLevel.Paragraph, "", "", t, [])));
            return new Clause(path, ClauseLevel.AppendedTable, label, Headings.Bracketed(related) ?? related, texts.Count == 1 ? texts[0] : "", children);
        }
    }
}
