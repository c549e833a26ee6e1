using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Sekisho.Kernel.Workers;

namespace Sekisho.Sanitizing.HtmlBodies;

/// <summary>
/// HTML to text by a real tree (MB-02…04, HT-01…08): what runs, loads or hides is not carried; tables, lists, headings and ruby keep
/// their sense; a link shows its real target. The tree is walked without recursion, so nesting costs no stack.
/// </summary>
internal sealed class HtmlToText
{
    private const int MostLinks = 5_000;
    private readonly LinkStyle style;
    private readonly string place;
    private readonly FindingLog log;
    private readonly LineBuilder lines = new();
    private readonly List<string> pictures = [];
    private readonly Stack<int> numbers = new();
    private readonly Dictionary<IElement, int> headings = [];
    private HiddenStyle hidden = new([]);
    private int preserved;
    private int hiddenCharacters, remote, links;

    private HtmlToText(LinkStyle style, string place, FindingLog log) => (this.style, this.place, this.log) = (style, place, log);

    internal static HtmlText Convert(string html, LinkStyle style, SanitiseLimits limits, string place, FindingLog log)
    {
        if (html.Length > limits.ScanCharacters)
        {
            log.Add("LM-22", FindingAction.TextOnly, place);
            html = html[..limits.ScanCharacters];
        }
        return new HtmlToText(style, place, log).Walk(html);
    }

    private HtmlText Walk(string html)
    {
        // Dots are never needed here: the parser loads nothing by itself and runs no script.
        using var document = new HtmlParser(new HtmlParserOptions { IsScripting = false }).ParseDocument(html);
        hidden = new HiddenStyle(document.QuerySelectorAll("style"));
        HtmlDangers.Report(document, place, log);
        INode? node = document.Body ?? document.DocumentElement as INode;
        var root = node;
        while (node is not null)
        {
            if (Enter(node) && node.FirstChild is { } child) { node = child; continue; }
            while (node is not null)
            {
                Leave(node);
                if (ReferenceEquals(node, root)) { node = null; break; }
                if (node.NextSibling is { } next) { node = next; break; }
                node = node.Parent;
            }
        }
        if (hiddenCharacters > 0) log.Add("HT-03", FindingAction.Removed, place, 1, ("n", Show.Number(hiddenCharacters)));
        if (remote > 0) log.Add("HT-04", FindingAction.Removed, place, remote);
        if (links > 0) log.Add("MB-03", FindingAction.Rewritten, place, links);
        return new(lines.ToString(), pictures);
    }

    /// <summary>False when the node's children are not walked.</summary>
    private bool Enter(INode node)
    {
        if (node is IText text)
        {
            if (preserved > 0) lines.Preserved(text.Data);
            else lines.Text(text.Data);
            return false;
        }
        if (node is not IElement element) return false;
        if (HtmlDangers.IsDropped(element)) return false;
        if (hidden.IsHidden(element))
        {
            hiddenCharacters = checked(hiddenCharacters + element.TextContent.Trim().Length);
            return false;
        }
        Open(element);
        return true;
    }

    private void Open(IElement element)
    {
        switch (element.LocalName)
        {
            case "br": lines.Break(); break;
            case "hr": lines.Block(false); lines.Text("――――――――"); lines.Break(); break;
            case "img": Picture(element); break;
            case "pre" or "textarea": lines.Block(true); preserved++; break;
            case "ul": numbers.Push(-1); lines.Block(false); break;
            case "ol": numbers.Push(0); lines.Block(false); break;
            case "li": Item(); break;
            case "td" or "th": if (!lines.IsAtLineStart) lines.Text(" | "); break;
            case "rt": lines.Text("("); break;
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6": lines.Block(true); break;
            case "p" or "blockquote" or "table" or "dl": lines.Block(true); break;
            default: if (IsBlock(element.LocalName)) lines.Block(false); break;
        }
    }

    private void Leave(INode node)
    {
        if (node is not IElement element || HtmlDangers.IsDropped(element) || hidden.IsHidden(element)) return;
        switch (element.LocalName)
        {
            case "a": Link(element); break;
            case "pre" or "textarea": preserved--; lines.Block(true); break;
            case "ul" or "ol": numbers.Pop(); lines.Block(numbers.Count == 0); break;
            case "rt": lines.Text(")"); break;
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6": Underline(); break;
            case "p" or "blockquote" or "table" or "dl": lines.Block(true); break;
            default: if (IsBlock(element.LocalName)) lines.Block(false); break;
        }
    }

    private void Item()
    {
        lines.Block(false);
        var last = numbers.Count > 0 ? numbers.Pop() : -1;
        if (last >= 0) last++;
        numbers.Push(last);
        lines.Text(last < 0 ? "・" : last.ToString(CultureInfo.InvariantCulture) + ". ");
    }

    private void Underline()
    {
        var width = lines.Line.Sum(c => c < '\u0100' ? 1 : 2);
        lines.Block(false);
        if (width > 0) { lines.Text(new string('-', Math.Clamp(width, 4, 60))); lines.Break(); }
    }

    private void Picture(IElement element)
    {
        var source = (element.GetAttribute("src") ?? "").Trim();
        var alt = (element.GetAttribute("alt") ?? "").Trim();
        if (source.StartsWith("cid:", StringComparison.OrdinalIgnoreCase))
        {
            pictures.Add(source[4..]);
            lines.Text("【画像" + Show.Number(pictures.Count) + (alt.Length > 0 ? ":" + alt : "") + "】");
            return;
        }
        if (!source.StartsWith("data:", StringComparison.OrdinalIgnoreCase) && source.Length > 0) remote++;
        if (alt.Length > 0) lines.Text("【画像:" + alt + "】");
    }

    private void Link(IElement element)
    {
        if (element.GetAttribute("href") is not { Length: > 0 } href) return;
        var target = LinkTarget.Read(href);
        if (!target.IsWeb || ++links > MostLinks) { if (target.IsWeb) links = MostLinks; return; }
        var shown = target.Shown(style);
        var text = element.TextContent.Trim();
        if (shown.Length == 0 || string.Equals(text, target.Url, StringComparison.Ordinal) || string.Equals(text.TrimEnd('/'), target.Url.TrimEnd('/'), StringComparison.Ordinal)) return;
        var lie = target.HasUserInfo || LinkLies.Differ(text, target.Host);
        if (lie) log.Add("HT-08", FindingAction.Kept, place, 1, ("host", target.Host.Replace(".", "[.]", StringComparison.Ordinal)));
        lines.Text((lie ? " ⚠<" : " <") + shown + ">");
    }

    private static bool IsBlock(string name) => name is "div" or "tr" or "section" or "article" or "header" or "footer" or "main" or "nav" or "aside" or "address"
        or "center" or "form" or "fieldset" or "figure" or "figcaption" or "dt" or "dd" or "caption" or "legend" or "summary" or "details" or "tbody" or "thead" or "tfoot" or "xmp";
}
