using System.Globalization;
using Sekisho.Sanitizing.Office;
using Sekisho.Sanitizing.Xml;

namespace Sekisho.Sanitizing.PlainText;

/// <summary>What a paragraph's style says of its number and its place among the headings, down the chain of styles it is based on.</summary>
internal sealed class WordStyles
{
    private const string W = OfficeNs.W;
    private const int DeepestHeading = 6;
    private const int LongestChain = 20;
    private readonly Dictionary<string, XElem> byId = new(StringComparer.Ordinal);

    public WordStyles(XElem? root)
    {
        foreach (var style in root?.Children.Where(c => c.Name == "style") ?? [])
        {
            if (style.Get("styleId", W) is { } id) byId.TryAdd(id, style);
        }
    }

    public ((string? Id, int Level)? Number, int Heading) Find(string? id)
    {
        (string?, int)? number = null;
        var heading = 0;
        for (var steps = 0; id is not null && steps < LongestChain && byId.TryGetValue(id, out var style); steps++)
        {
            number ??= NumberOf(style.First("pPr"));
            if (heading == 0) heading = HeadingOf(style.First("pPr")) ?? (style.First("name")?.Get("val", W) == "Title" ? 1 : 0);
            id = style.First("basedOn")?.Get("val", W);
        }
        return (number, heading);
    }

    /// <summary>The list and the level; an id of null means that a list of the style is switched off; null when nothing is said.</summary>
    public static (string? Id, int Level)? NumberOf(XElem? properties)
    {
        if (properties?.First("numPr") is not { } number || number.First("numId")?.Get("val", W) is not { } id) return null;
        return (id == "0" ? null : id, Digit(number.First("ilvl")?.Get("val", W)) ?? 0);
    }

    /// <summary>1 to 6 for a paragraph that stands in the outline; null when nothing is said.</summary>
    public static int? HeadingOf(XElem? properties) =>
        Digit(properties?.First("outlineLvl")?.Get("val", W)) is { } level ? level < DeepestHeading ? level + 1 : 0 : null;

    private static int? Digit(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value is >= 0 and <= 9 ? value : null;
}
