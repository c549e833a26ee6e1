using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Sekisho.Sanitizing.HtmlBodies;

namespace Sekisho.Sanitizing.PlainText;

/// <summary>
/// The document on a Web page as lines: headings marked by "#", lists by "-", table rows by tabs. Navigation, heads, feet, forms, what is hidden
/// and the sections about the page itself are left out. The tree is walked without recursion into unbounded depth: the parser bounds it.
/// </summary>
internal sealed class PageText
{
    private const int Deepest = 200;
    private static readonly string[] Roots = ["main", "[role=main]", "#main", "#honbun", "#contents", "#content", "article"];
    private static readonly HashSet<string> Left = new(StringComparer.Ordinal)
    {
        "nav", "header", "footer", "aside", "script", "style", "noscript", "template", "form", "button", "select", "textarea", "iframe", "object", "embed", "svg", "canvas", "audio",
        "video", "dialog", "head", "rt", "rp",
    };
    private static readonly string[] Furniture = ["breadcrumb", "topicpath", "topic-path", "pankuzu", "gnavi", "lnavi", "sidebar", "sitemap", "skip", "pagetop", "sns"];
    private static readonly string[] AboutThePage = ["お問い合わせ", "お問合せ", "問い合わせ先", "このページに関する", "関連リンク", "関連情報", "関連ページ", "添付ファイル", "ダウンロード", "アンケート"];

    private readonly PageLines lines = new();
    private readonly HiddenStyle hidden;
    private int leftBelow;

    private PageText(IParentNode document) => hidden = new HiddenStyle(document.QuerySelectorAll("style"));

    public static string Read(string html)
    {
        using var document = new HtmlParser(new HtmlParserOptions { IsScripting = false }).ParseDocument(html);
        var root = Roots.Select(r => document.QuerySelectorAll(r)).FirstOrDefault(found => found.Length == 1 && found[0].TextContent.Trim().Length > 0)?[0] ?? document.Body;
        if (root is null) return "";
        var page = new PageText(document);
        if (root.QuerySelector("h1") is null && document.QuerySelector("h1") is { } title) page.Heading(title);
        page.Walk(root, 0, 0);
        return page.lines.ToString();
    }

    private void Walk(INode node, int depth, int list)
    {
        if (depth > Deepest) throw new FileStop("LM-11", Kernel.Outcome.Blocked, "html");
        foreach (var child in node.ChildNodes)
        {
            if (child is IText text) Words(text.Data);
            else if (child is IElement element && !IsLeft(element)) Element(element, depth + 1, list);
        }
    }

    private void Words(string text)
    {
        if (leftBelow == 0) lines.Words(text);
    }

    private void Element(IElement element, int depth, int list)
    {
        switch (element.LocalName)
        {
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6": Heading(element); break;
            case "table" or "ul" or "ol" or "dl" when leftBelow > 0: break;
            case "br": lines.End(); break;
            case "table" when element.QuerySelector("table") is null: Table(element); break;
            case "ul" or "ol": List(element, depth, list + 1); break;
            case "dl": Terms(element); break;
            case "p" or "div" or "section" or "article" or "main" or "blockquote" or "pre" or "figure" or "figcaption" or "address" or "center" or "table" or "tbody" or "tr" or "td" or "th" or "fieldset" or "details" or "summary" or "li":
                lines.Gap();
                Walk(element, depth, list);
                lines.Gap();
                break;
            default: Walk(element, depth, list); break;
        }
    }

    private void Heading(IElement element)
    {
        var level = element.LocalName[1] - '0';
        var words = Squeezed(element);
        if (leftBelow > 0 && level <= leftBelow) leftBelow = 0;
        if (leftBelow > 0 || words.Length == 0) return;
        if (level > 1 && Array.Exists(AboutThePage, w => words.StartsWith(w, StringComparison.Ordinal)))
        {
            leftBelow = level;
            return;
        }
        lines.Gap();
        lines.Line(new string('#', level) + " " + words);
        lines.Gap();
    }

    private void List(IElement list, int depth, int level)
    {
        lines.Gap(level == 1);
        var number = int.TryParse(list.GetAttribute("start"), NumberStyles.None, CultureInfo.InvariantCulture, out var start) ? start : 1;
        foreach (var item in list.Children.Where(c => c.LocalName == "li" && !IsLeft(c)))
        {
            lines.End();
            lines.Words(new string(' ', 2 * (level - 1)) + "- " + (list.LocalName == "ol" ? number.ToString(CultureInfo.InvariantCulture) + ". " : ""), exact: true);
            number++;
            Walk(item, depth + 1, level);
            lines.End();
        }
        lines.Gap(level == 1);
    }

    private void Terms(IElement list)
    {
        lines.Gap();
        foreach (var child in list.QuerySelectorAll("dt, dd").Where(c => !IsLeft(c)))
        {
            if (child.LocalName == "dt") lines.End();
            lines.Words(child.LocalName == "dt" ? "- " + Squeezed(child) + "　" : Squeezed(child), exact: true);
        }
        lines.Gap();
    }

    private void Table(IElement table)
    {
        var rows = PageTable.Rows(table, Squeezed);
        lines.Gap();
        if (table.QuerySelector("caption") is { } caption && Squeezed(caption) is { Length: > 0 } title) lines.Line(title);
        foreach (var row in rows) lines.Line(string.Join(rows.Max(r => r.Count) > 1 ? "\t" : "", row));
        lines.Gap();
    }

    private bool IsLeft(IElement element) =>
        Left.Contains(element.LocalName) || hidden.IsHidden(element)
        || Array.Exists(Furniture, f => (element.Id ?? "").Contains(f, StringComparison.OrdinalIgnoreCase) || (element.ClassName ?? "").Contains(f, StringComparison.OrdinalIgnoreCase));

    private static string Squeezed(IElement element)
    {
        var words = new PageLines();
        foreach (var node in element.Descendants<IText>().Where(t => t.ParentElement is { LocalName: not ("rt" or "rp" or "script" or "style") })) words.Words(node.Data);
        return words.ToString().ReplaceLineEndings(" ").Trim();
    }
}
