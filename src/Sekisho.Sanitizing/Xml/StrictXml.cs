using System.Text;
using System.Xml;
using Sekisho.Kernel;

namespace Sekisho.Sanitizing.Xml;

/// <summary>
/// Reads one XML part by LM-11 and LM-12: UTF-8 or UTF-16 whose mark and declaration agree, no DTD, no entity but the five, no
/// instruction but the declaration, bounded depth, attributes, names and namespaces.
/// </summary>
internal static class StrictXml
{
    internal static XElem Parse(byte[] bytes, SanitiseLimits limits, string place)
    {
        if (bytes.LongLength > limits.XmlBytes) throw TooBig(place);
        return ParseText(Decode(bytes, place), limits, place);
    }

    /// <summary>The same rules for text that was decoded before (XML files in Japanese encodings).</summary>
    /// <param name="instruction">Told the target of every processing instruction, which is then passed over; null: the first one stops the file.</param>
    internal static XElem ParseText(string text, SanitiseLimits limits, string place, Action<string>? instruction = null)
    {
        if (text.Length > limits.XmlBytes) throw TooBig(place);
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, CheckCharacters = true,
            ConformanceLevel = ConformanceLevel.Document, MaxCharactersFromEntities = 1,
        };
        try
        {
            using var reader = XmlReader.Create(new StringReader(text), settings);
            return Read(reader, limits, place, instruction);
        }
        catch (XmlException) { throw new FileStop("LM-12", Outcome.Blocked, place); }
    }

    private static XElem Read(XmlReader reader, SanitiseLimits limits, string place, Action<string>? instruction)
    {
        XElem? root = null;
        var open = new Stack<XElem>();
        var namespaces = new HashSet<string>(StringComparer.Ordinal);
        while (reader.Read())
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    var empty = reader.IsEmptyElement;
                    var element = Element(reader, limits, place, namespaces);
                    if (open.TryPeek(out var parent)) parent.Nodes.Add(element);
                    else root = element;
                    if (!empty) open.Push(element);
                    if (open.Count > limits.XmlDepth) throw TooBig(place);
                    break;
                case XmlNodeType.EndElement:
                    open.Pop();
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                    if (open.TryPeek(out var holder)) AddText(holder, reader.Value);
                    break;
                case XmlNodeType.XmlDeclaration or XmlNodeType.Comment:
                    break;
                case XmlNodeType.ProcessingInstruction when instruction is not null:
                    instruction(reader.Name);
                    break;
                default:
                    throw new FileStop("LM-12", Outcome.Blocked, place);
            }
        return root ?? throw new FileStop("LM-12", Outcome.Blocked, place);
    }

    private static void AddText(XElem holder, string value)
    {
        if (holder.Nodes.Count > 0 && holder.Nodes[^1] is XText last) last.Value += value;
        else holder.Nodes.Add(new XText(value));
    }

    private static XElem Element(XmlReader reader, SanitiseLimits limits, string place, HashSet<string> namespaces)
    {
        if (reader.AttributeCount > limits.XmlAttributes || reader.LocalName.Length > limits.XmlNameLength) throw TooBig(place);
        var element = new XElem(reader.NamespaceURI, reader.LocalName);
        namespaces.Add(element.Ns);
        while (reader.MoveToNextAttribute())
        {
            if (string.Equals(reader.NamespaceURI, "http://www.w3.org/2000/xmlns/", StringComparison.Ordinal)) continue;
            if (reader.LocalName.Length > limits.XmlNameLength) throw TooBig(place);
            namespaces.Add(reader.NamespaceURI);
            element.Attrs.Add(new(reader.NamespaceURI, reader.LocalName, reader.Value));
        }
        return namespaces.Count > limits.XmlNamespaces ? throw TooBig(place) : element;
    }

    /// <summary>UTF-8 or UTF-16; the declaration, when it names an encoding, must name the one found (OX-25: UTF-7 and mixed marks).</summary>
    internal static string Decode(byte[] b, string place)
    {
        try
        {
            var (encoding, skip) = b switch
            {
                [0xEF, 0xBB, 0xBF, ..] => (new UTF8Encoding(false, true), 3),
                [0xFF, 0xFE, ..] => ((Encoding)new UnicodeEncoding(false, false, true), 2),
                [0xFE, 0xFF, ..] => (new UnicodeEncoding(true, false, true), 2),
                _ => (new UTF8Encoding(false, true), 0),
            };
            var text = encoding.GetString(b, skip, b.Length - skip);
            var declared = DeclaredEncoding(text);
            var isUtf8 = encoding is UTF8Encoding;
            var fits = declared is null || (isUtf8
                ? declared.Equals("utf-8", StringComparison.OrdinalIgnoreCase) || declared.Equals("us-ascii", StringComparison.OrdinalIgnoreCase)
                : declared.StartsWith("utf-16", StringComparison.OrdinalIgnoreCase));
            return fits ? text : throw new FileStop("OX-25", Outcome.Blocked, place);
        }
        catch (DecoderFallbackException) { throw new FileStop("OX-25", Outcome.Blocked, place); }
    }

    private static string? DeclaredEncoding(string text)
    {
        if (!text.StartsWith("<?xml", StringComparison.Ordinal)) return null;
        var end = text.IndexOf("?>", StringComparison.Ordinal);
        if (end < 0) return null;
        var at = text.IndexOf("encoding", 0, end, StringComparison.Ordinal);
        if (at < 0) return null;
        var open = text.AsSpan(at, end - at).IndexOfAny('"', '\'');
        if (open < 0) return "";
        var rest = text.AsSpan(at + open + 1, end - at - open - 1);
        var close = rest.IndexOf(text[at + open]);
        return close < 0 ? "" : rest[..close].ToString();
    }

    private static FileStop TooBig(string place) => new("LM-11", Outcome.Blocked, place);
}
