using System.Text;
using Sekisho.Kernel;
using Sekisho.Kernel.Workers;
using Sekisho.Sanitizing.Xml;

namespace Sekisho.Sanitizing.Drawings;

/// <summary>
/// The head of an SVG (note to LM-12): the declared type is dropped where it is one of the W3C's or none. Drawing programs write their namespaces as entities
/// in the internal subset; entities whose value is plain characters are put in place, bounded, and anything else in a subset blocks.
/// </summary>
internal static class SvgProlog
{
    private const int MaxEntities = 100, MaxValue = 1_000;

    internal static string Take(string text, FileContext context, string place, FindingLog log)
    {
        if (Doctype.Find(text, place) is not { } type) return text;
        var isKnown = type.PublicId is null ? type.SystemId is null : type.PublicId.StartsWith("-//W3C//DTD SVG", StringComparison.Ordinal);
        if (!isKnown) throw Stop(place);
        log.Add("LM-12", FindingAction.Rewritten, place);
        var body = type.Without(text);
        return type.Subset is { } subset ? Replace(body, Entities(subset, place), context.Limits.XmlBytes, place) : body;
    }

    /// <summary>Only <c>&lt;!ENTITY name "characters"&gt;</c> and comments.</summary>
    private static Dictionary<string, string> Entities(string subset, string place)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var at = 0; at < subset.Length;)
        {
            var rest = subset.AsSpan(at).TrimStart(" \t\r\n");
            at = subset.Length - rest.Length;
            if (rest.Length == 0) break;
            if (rest.StartsWith("<!--", StringComparison.Ordinal)) { at += rest.IndexOf("-->", StringComparison.Ordinal) + 3; continue; }
            var end = rest.IndexOf('>');
            if (end < 0 || !rest.StartsWith("<!ENTITY", StringComparison.Ordinal)) throw Stop(place);
            var (name, value) = One(rest["<!ENTITY".Length..end].ToString(), place);
            found.TryAdd(name, value);
            if (found.Count > MaxEntities) throw Stop(place);
            at += end + 1;
        }
        return found;
    }

    private static (string Name, string Value) One(string declaration, string place)
    {
        var text = declaration.Trim();
        var quote = text.AsSpan().IndexOfAny('"', '\'');
        if (quote < 2 || text[^1] != text[quote] || text.Length - quote < 2) throw Stop(place);
        var (name, value) = (text[..quote].TrimEnd(), text[(quote + 1)..^1]);
        var isName = name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.') && name is not ("lt" or "gt" or "amp" or "quot" or "apos");
        return isName && value.Length <= MaxValue && value.AsSpan().IndexOfAny("&<%\"'") < 0 ? (name, value) : throw Stop(place);
    }

    private static string Replace(string text, Dictionary<string, string> entities, long max, string place)
    {
        var b = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length;)
        {
            var mark = text.IndexOf('&', at);
            var end = mark < 0 ? -1 : text.IndexOf(';', mark);
            if (end < 0) { b.Append(text, at, text.Length - at); break; }
            b.Append(text, at, mark - at);
            var known = entities.GetValueOrDefault(text[(mark + 1)..Math.Min(end, mark + MaxValue)]);
            b.Append(known ?? "&");
            at = known is null ? mark + 1 : end + 1;
            if (b.Length > max) throw Stop(place);
        }
        return b.ToString();
    }

    private static FileStop Stop(string place) => new("LM-12", Outcome.Blocked, place);
}
