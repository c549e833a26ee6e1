using Sekisho.Sanitizing.Office;
using Sekisho.Sanitizing.Xml;

namespace Sekisho.Sanitizing.Odf;

/// <summary>Title, author and dates of meta.xml (OpenDocument 1.3 part 3, 4.3) as plain text, where the policy keeps them; nothing else of it is written.</summary>
internal static class OdfProperties
{
    internal const string Name = "meta.xml";
    private const string Words = "http://purl.org/dc/elements/1.1/", Meta = "urn:oasis:names:tc:opendocument:xmlns:meta:1.0";

    internal static XElem Written(XElem from)
    {
        var to = new XElem(OdfAllow.Office, "document-meta");
        to.Set("version", "1.3", OdfAllow.Office);
        var list = new XElem(OdfAllow.Office, "meta");
        to.Nodes.Add(list);
        foreach (var e in from.First("meta")?.Children ?? [])
            if ((e.Ns == Words && e.Name is "title" or "subject" or "creator" || e.Ns == Meta && e.Name is "initial-creator") && CoreProperties.Plain(e.Text) is { Length: > 0 } text) Add(list, e, text);
            else if ((e.Ns == Words && e.Name is "date" || e.Ns == Meta && e.Name is "creation-date") && CoreProperties.Time(e.Text) is { } time) Add(list, e, time);
        return to;
    }

    private static void Add(XElem list, XElem e, string text)
    {
        if (list.Children.Any(c => c.Is(e.Ns, e.Name))) return;
        var made = new XElem(e.Ns, e.Name);
        made.SetText(text);
        list.Nodes.Add(made);
    }
}
