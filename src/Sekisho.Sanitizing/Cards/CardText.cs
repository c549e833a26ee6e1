using Sekisho.Sanitizing.HtmlBodies;
using Sekisho.Sanitizing.TextFiles;

namespace Sekisho.Sanitizing.Cards;

/// <summary>A text value cleaned: no control, direction or invisible character, no live address.</summary>
internal static class CardText
{
    internal static string Clean(string value, string place, FindingLog log)
    {
        var clean = TextCleaner.Clean(CardLine.Unescape(value), place, log).Replace("\r", "", StringComparison.Ordinal).Replace('\t', ' ').Replace('\f', ' ');
        return CardLine.Escape(UrlDefanger.Defang(clean, LinkStyle.Defang, place, log));
    }

    /// <summary>A parameter's text has no escapes: quotes and separators go.</summary>
    internal static string Quoted(string value, string place, FindingLog log) =>
        "\"" + UrlDefanger.Defang(new string([.. TextCleaner.Clean(value, place, log).Where(c => c is not '"' && !char.IsControl(c))]), LinkStyle.Defang, place, log) + "\"";
}
