using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Sekisho.Kernel.Workers;

namespace Sekisho.Sanitizing.HtmlBodies;

/// <summary>Names what a tree carried that text cannot carry (HT-01, HT-02, HT-05, HT-06). Only for the report: nothing of it is written anyway.</summary>
internal static class HtmlDangers
{
    private static readonly HashSet<string> Scripts = new(StringComparer.Ordinal) { "script", "noscript" };
    private static readonly HashSet<string> Parts = new(StringComparer.Ordinal)
    {
        "iframe", "frame", "frameset", "object", "embed", "applet", "portal", "base", "link", "form", "input", "button", "template", "slot", "dialog",
        "audio", "video", "canvas", "select", "isindex", "keygen",
    };
    private static readonly HashSet<string> Odd = new(StringComparer.Ordinal) { "svg", "math", "noembed", "xmp", "plaintext" };
    private static readonly HashSet<string> Dropped = new(StringComparer.Ordinal)
    {
        "script", "noscript", "style", "head", "title", "template", "iframe", "frame", "frameset", "object", "embed", "applet", "audio", "video", "canvas",
        "svg", "math", "noembed", "noframes", "select", "option", "datalist", "meta", "link", "base", "rp",
    };
    private static readonly string[] UrlAttributes =
        ["href", "src", "xlink:href", "formaction", "action", "ping", "srcdoc", "srcset", "background", "poster", "manifest", "data", "code", "codebase"];

    internal static bool IsDropped(IElement element) => Dropped.Contains(element.LocalName);

    internal static void Report(IHtmlDocument document, string place, FindingLog log)
    {
        int script = 0, parts = 0, odd = 0, files = 0;
        var fileType = "";
        foreach (var element in document.All)
        {
            if (Scripts.Contains(element.LocalName)) script++;
            if (Parts.Contains(element.LocalName) || element.LocalName.Contains('-', StringComparison.Ordinal) || IsRefresh(element)) parts++;
            if (Odd.Contains(element.LocalName)) odd++;
            foreach (var attribute in element.Attributes)
            {
                var name = attribute.Name.ToLowerInvariant();
                if (name.StartsWith("on", StringComparison.Ordinal)) script++;
                else if (UrlAttributes.Contains(name, StringComparer.Ordinal) && LinkTarget.Read(Head(attribute.Value)) is { IsScript: true } target)
                {
                    if (target.Scheme == "data" && DataType(target.Url) is { } type) { files++; fileType = type; }
                    else script++;
                }
            }
            if (element.HasAttribute("download")) { files++; fileType = fileType.Length > 0 ? fileType : "download"; }
        }
        if (script > 0) log.Add("HT-01", FindingAction.Removed, place, script);
        if (parts > 0) log.Add("HT-02", FindingAction.Removed, place, parts);
        if (odd > 0) log.Add("HT-05", FindingAction.Rewritten, place, odd);
        if (files > 0) log.Add("HT-06", FindingAction.Removed, place, files, ("type", fileType));
    }

    private static bool IsRefresh(IElement element) =>
        element.LocalName == "meta" && string.Equals(element.GetAttribute("http-equiv")?.Trim(), "refresh", StringComparison.OrdinalIgnoreCase);

    /// <summary>The media type a data address claims; null for a page or script, which is no file but code.</summary>
    private static string? DataType(string url)
    {
        var end = url.IndexOfAny([';', ',']);
        var type = end > 5 ? url[5..end].ToLowerInvariant() : "";
        return type.Length is 0 or > 60 || type.Contains("html", StringComparison.Ordinal) || type.Contains("script", StringComparison.Ordinal) ? null : type;
    }

    private static string Head(string value) => value.Length <= 500 ? value : value[..500];
}
