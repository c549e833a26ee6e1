using System.Buffers;
using System.Text;

namespace Sekisho.Sanitizing.Xml;

/// <summary>Writes a tree with our own prefixes, all declared on the root in ordinal order: one tree, one sequence of bytes (law E5).</summary>
internal static class XmlWriting
{
    internal const string XmlNs = "http://www.w3.org/XML/1998/namespace";

    /// <param name="root">The tree.</param>
    /// <param name="prefixes">Prefix by namespace URI; "" once at most. Every namespace in the tree must be in it.</param>
    /// <param name="inValues">Prefixes that stand in values ("of:=SUM(1)") with their namespaces: declared where a value begins with one.</param>
    internal static byte[] Write(XElem root, IReadOnlyDictionary<string, string> prefixes, IReadOnlyDictionary<string, string>? inValues = null)
    {
        var b = new StringBuilder(4096);
        b.Append("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n");
        var used = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var e in root.SelfAndBelow())
        {
            used[prefixes[e.Ns]] = e.Ns;
            foreach (var a in e.Attrs)
            {
                if (a.Ns.Length > 0 && !string.Equals(a.Ns, XmlNs, StringComparison.Ordinal)) used[prefixes[a.Ns]] = a.Ns;
                if (inValues is not null && a.Value.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon && inValues.TryGetValue(a.Value[..colon], out var uri)) used[a.Value[..colon]] = uri;
            }
        }
        Element(b, root, prefixes, used);
        return Encoding.UTF8.GetBytes(b.ToString());
    }

    private static void Element(StringBuilder b, XElem e, IReadOnlyDictionary<string, string> prefixes, SortedDictionary<string, string>? declare)
    {
        var prefix = prefixes[e.Ns];
        b.Append('<');
        Name(b, prefix, e.Name);
        if (declare is not null)
            foreach (var (p, uri) in declare)
            {
                if (uri.Length == 0) continue;
                b.Append(p.Length == 0 ? " xmlns" : " xmlns:").Append(p).Append("=\"");
                Escape(b, uri, true);
                b.Append('"');
            }
        foreach (var a in e.Attrs)
        {
            b.Append(' ');
            Name(b, a.Ns.Length == 0 ? "" : string.Equals(a.Ns, XmlNs, StringComparison.Ordinal) ? "xml" : prefixes[a.Ns], a.Name);
            b.Append("=\"");
            Escape(b, a.Value, true);
            b.Append('"');
        }
        if (e.Nodes.Count == 0)
        {
            b.Append("/>");
            return;
        }
        b.Append('>');
        foreach (var node in e.Nodes)
            if (node is XText t) Escape(b, t.Value, false);
            else Element(b, (XElem)node, prefixes, null);
        b.Append("</");
        Name(b, prefix, e.Name);
        b.Append('>');
    }

    private static void Name(StringBuilder b, string prefix, string name)
    {
        if (prefix.Length > 0) b.Append(prefix).Append(':');
        b.Append(name);
    }

    private static readonly SearchValues<char> InText = SearchValues.Create("&<>\r"), InAttribute = SearchValues.Create("&<>\"\t\n\r");

    private static void Escape(StringBuilder b, ReadOnlySpan<char> text, bool attribute)
    {
        for (int at; (at = text.IndexOfAny(attribute ? InAttribute : InText)) >= 0; text = text[(at + 1)..])
        {
            b.Append(text[..at]);
            b.Append(text[at] switch { '&' => "&amp;", '<' => "&lt;", '>' => "&gt;", '"' => "&quot;", '\t' => "&#9;", '\n' => "&#10;", _ => "&#13;" });
        }
        b.Append(text);
    }
}
