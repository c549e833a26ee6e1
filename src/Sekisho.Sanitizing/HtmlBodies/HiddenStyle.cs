using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Sekisho.Sanitizing.HtmlBodies;

/// <summary>Whether an element's text is written so that a reader does not see it (HT-03): inline style, attributes, and plain class or id rules of style elements.</summary>
internal sealed partial class HiddenStyle
{
    private readonly HashSet<string> hiddenNames = new(StringComparer.OrdinalIgnoreCase);

    internal HiddenStyle(IEnumerable<IElement> styleElements)
    {
        foreach (var element in styleElements)
        {
            foreach (Match rule in Rule().Matches(Limit(element.TextContent)))
            {
                if (!Hides(rule.Groups[2].Value)) continue;
                foreach (var selector in rule.Groups[1].Value.Split(','))
                {
                    var name = selector.Trim();
                    var mark = name.LastIndexOfAny(['.', '#']);
                    if (mark >= 0 && !name[mark..].AsSpan().ContainsAny(" :>[+~")) hiddenNames.Add(name[mark..]);
                }
            }
        }
    }

    internal bool IsHidden(IElement element)
    {
        if (element.HasAttribute("hidden") || Hides(element.GetAttribute("style") ?? "")) return true;
        if (hiddenNames.Count == 0) return false;
        return (element.Id is { Length: > 0 } id && hiddenNames.Contains("#" + id)) || element.ClassList.Any(c => hiddenNames.Contains("." + c));
    }

    private static bool Hides(string style)
    {
        if (style.Length == 0) return false;
        var s = Limit(style).Replace(" ", "", StringComparison.Ordinal).Replace("\t", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal).ToLowerInvariant();
        return Signs().IsMatch(s) && !s.Contains("display:block", StringComparison.Ordinal);
    }

    private static string Limit(string text) => text.Length <= 100_000 ? text : text[..100_000];

    [GeneratedRegex(@"([^{}]{1,500})\{([^{}]{0,2000})\}", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Rule();

    [GeneratedRegex(@"display:none|visibility:hidden|mso-hide:all|font-size:[01](?:px|pt|em|%|;|$|!)|opacity:0(?:\.0+)?(?:;|$|!)|max-height:0|(?:^|;)color:(?:transparent|#fff|#ffffff|white)(?:;|$|!)|text-indent:-[0-9]{3,}|left:-[0-9]{3,}|clip:rect\(0", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Signs();
}
