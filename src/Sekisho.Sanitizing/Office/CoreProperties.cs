using Sekisho.Sanitizing.TextFiles;
using Sekisho.Sanitizing.Xml;

namespace Sekisho.Sanitizing.Office;

/// <summary>Title, author and dates of a document (ECMA-376 part 2, 11) as plain text, where the policy keeps them; nothing else of the properties is written.</summary>
internal static class CoreProperties
{
    internal const string Name = "docProps/core.xml", ContentType = "application/vnd.openxmlformats-package.core-properties+xml", Relationship = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
    private const string Core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties", Words = "http://purl.org/dc/elements/1.1/", Terms = "http://purl.org/dc/terms/", Schema = "http://www.w3.org/2001/XMLSchema-instance";
    private const int Longest = 500;
    internal static readonly IReadOnlyDictionary<string, string> Prefixes = new Dictionary<string, string>(StringComparer.Ordinal) { [Core] = "cp", [Words] = "dc", [Terms] = "dcterms", [Schema] = "xsi" };

    internal static XElem Written(XElem from)
    {
        var to = new XElem(Core, "coreProperties");
        foreach (var e in from.Children)
        {
            if (e.Ns == Words && e.Name is "title" or "subject" or "creator") Add(to, Words, e.Name, Plain(e.Text));
            else if (e.Ns == Terms && e.Name is "created" or "modified" && Time(e.Text) is { } time) Add(to, Terms, e.Name, time).Set("type", "dcterms:W3CDTF", Schema);
        }
        return to;
    }

    private static XElem Add(XElem to, string ns, string name, string text)
    {
        var e = new XElem(ns, name);
        e.SetText(text);
        to.Nodes.RemoveAll(n => n is XElem known && known.Is(ns, name));
        to.Nodes.Add(e);
        return e;
    }

    /// <summary>One line of clean characters, at most 500.</summary>
    internal static string Plain(string text)
    {
        var clean = TextCleaner.Clean(text, "", new()).ReplaceLineEndings(" ").Trim();
        return clean.Length <= Longest ? clean : clean[..(char.IsHighSurrogate(clean[Longest - 1]) ? Longest - 1 : Longest)];
    }

    /// <summary>A moment in UTC, to the second; null for what is none.</summary>
    internal static string? Time(string text) => DateTimeOffset.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal, out var time)
        ? time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture) : null;
}
