using Sekisho.Verifying.Xml;

namespace Sekisho.Verifying.Drawings;

/// <summary>
/// A drawing of ours: elements of one vocabulary without a prefix, no name that runs or loads, addresses only to elements of the drawing itself or to the pixels
/// of a picture written by us, and no style that could say more than colours and sizes.
/// </summary>
internal static class SvgCheck
{
    private const string Ns = "http://www.w3.org/2000/svg", XLink = "http://www.w3.org/1999/xlink";
    private static readonly HashSet<string> Shapes = new(StringComparer.Ordinal)
    {
        "svg", "g", "defs", "symbol", "use", "title", "desc", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan", "textPath", "image", "clipPath", "mask", "marker",
        "pattern", "linearGradient", "radialGradient", "stop", "style", "switch", "filter", "animate", "set", "animateTransform", "animateMotion", "animateColor", "mpath",
    };
    private static readonly string[] Forbidden = ["\\", "@", "/*", "javascript:", "vbscript:", "expression", "behavior", "-moz-binding", "<", "{{"];

    internal static void Run(byte[] bytes, string place, Report report)
    {
        var scan = new XmlScan(bytes, place);
        var isFirst = true;
        while (scan.Next() is { } token)
        {
            if (token.Name is null)
            {
                if (token.Parent is "style") Style(token.Text, place, report);
                continue;
            }
            if (isFirst) Root(token, place, report);
            isFirst = false;
            // feImage loads; every other filter primitive computes.
            var isKnown = Shapes.Contains(token.Name) || token.Name.StartsWith("fe", StringComparison.Ordinal) && token.Name is not "feImage";
            if (!isKnown) report.Add("element:" + token.Name, place);
            foreach (var (name, value) in token.Attributes) Attribute(token.Name, name, value, place, report);
        }
        if (isFirst) report.Add("empty", place);
    }

    private static void Root(XmlToken token, string place, Report report)
    {
        if (token.Name is not "svg" || !token.Attributes.Any(a => a.Name is "xmlns" && a.Value is Ns)) report.Add("root", place);
    }

    private static void Attribute(string element, string name, string value, string place, Report report)
    {
        if (name is "xmlns" or "xmlns:xlink")
        {
            if (value is not (Ns or XLink)) report.Add("vocabulary", place);
            return;
        }
        if (name is "xlink:href")
        {
            if (!(element is "image" ? IsPicture(value, place, report) : value.StartsWith('#') && value.AsSpan().IndexOfAny("/\\ ()\"'") < 0)) report.Add("address", place);
            return;
        }
        if (name.Contains(':', StringComparison.Ordinal) && name is not ("xml:space" or "xml:lang") || name.StartsWith("on", StringComparison.OrdinalIgnoreCase) || name is "href" or "src" or "action" or "formaction" or "ping") report.Add("attribute:" + name, place);
        if (name is "attributeName" && (value.StartsWith("on", StringComparison.OrdinalIgnoreCase) || value.Contains("href", StringComparison.OrdinalIgnoreCase) || value is "style" or "src")) report.Add("animated:" + value, place);
        // A name may say what a style may not: nothing runs by it.
        if (name is "id") Name(value, place, report);
        else Value(value, place, report);
    }

    private static void Name(string value, string place, Report report)
    {
        if (value.Contains("script:", StringComparison.OrdinalIgnoreCase) || value.AsSpan().IndexOfAny("\\@/<>(){}\"' ") >= 0) report.Add("name", place);
    }

    private static void Style(string text, string place, Report report) => Value(text, place, report);

    /// <summary>url( only with a # behind it; nothing that escapes, imports or comments.</summary>
    private static void Value(string value, string place, Report report)
    {
        foreach (var word in Forbidden)
            if (value.Contains(word, StringComparison.OrdinalIgnoreCase)) report.Add("value:" + word, place);
        for (var at = value.IndexOf("url", StringComparison.OrdinalIgnoreCase); at >= 0; at = value.IndexOf("url", at + 3, StringComparison.OrdinalIgnoreCase))
            if (at + 4 < value.Length && value[at + 3] is '(' or ' ' && !value.AsSpan(at + 3).StartsWith("(#", StringComparison.Ordinal)) report.Add("url", place);
        foreach (var call in (ReadOnlySpan<string>)["image(", "image-set(", "src(", "attr(", "element(", "var(", "env("])
            if (value.Contains(call, StringComparison.OrdinalIgnoreCase)) report.Add("function:" + call, place);
    }

    private static bool IsPicture(string value, string place, Report report)
    {
        var isPng = value.StartsWith("data:image/png;base64,", StringComparison.Ordinal);
        if (!isPng && !value.StartsWith("data:image/jpeg;base64,", StringComparison.Ordinal)) return false;
        OutputVerifier.Check(Convert.FromBase64String(value[(value.IndexOf(',', StringComparison.Ordinal) + 1)..]), isPng ? "png" : "jpeg", place + "/picture", 1, report);
        return true;
    }
}
