using System.Text;

namespace Sekisho.Verifying.Xml;

/// <summary>
/// Reads XML as our writer makes it and nothing else: one fixed declaration, elements, attributes in double quotes, text, seven escapes.
/// No comment, no CDATA, no instruction, no DTD: the first one met is a refusal.
/// </summary>
internal sealed class XmlScan
{
    private const string Declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private const int MaxDepth = 1_100;
    private readonly string text;
    private readonly string place;
    private readonly Stack<string> open = new();
    private int at;

    internal XmlScan(byte[] bytes, string place)
    {
        this.place = place;
        try { text = new UTF8Encoding(false, true).GetString(bytes); }
        catch (DecoderFallbackException) { throw new Refused(place + ":utf8"); }
        if (!text.StartsWith(Declaration, StringComparison.Ordinal)) throw new Refused(place + ":declaration");
        at = Declaration.Length;
    }

    /// <summary>The next element start or text; null at the end. Ends of elements are checked and passed over.</summary>
    internal XmlToken? Next()
    {
        while (at < text.Length)
        {
            if (text[at] != '<')
            {
                var end = text.IndexOf('<', at);
                if (end < 0 || open.Count == 0) throw new Refused(place + ":text-outside");
                var value = Unescape(at, end);
                at = end;
                return new(null, value, [], open.Peek());
            }
            if (text[at + 1] == '/') Close();
            else return Open();
        }
        return open.Count == 0 ? null : throw new Refused(place + ":unclosed");
    }

    private void Close()
    {
        var end = text.IndexOf('>', at);
        if (end < 0 || open.Count == 0 || !text.AsSpan(at + 2, end - at - 2).SequenceEqual(open.Pop())) throw new Refused(place + ":close");
        at = end + 1;
    }

    private XmlToken Open()
    {
        var parent = open.Count > 0 ? open.Peek() : "";
        at++;
        var name = Name();
        var attributes = new List<(string Name, string Value)>();
        while (text[at] == ' ')
        {
            at++;
            var key = Name();
            if (text[at] != '=' || text[at + 1] != '"') throw new Refused(place + ":attribute");
            var end = text.IndexOf('"', at + 2);
            if (end < 0 || attributes.Exists(a => string.Equals(a.Name, key, StringComparison.Ordinal))) throw new Refused(place + ":attribute");
            attributes.Add((key, Unescape(at + 2, end)));
            at = end + 1;
        }
        if (text[at] == '/' && text[at + 1] == '>') at += 2;
        else if (text[at] == '>')
        {
            at++;
            open.Push(name);
            if (open.Count > MaxDepth) throw new Refused(place + ":depth");
        }
        else throw new Refused(place + ":tag");
        return new(name, "", attributes, parent);
    }

    private string Name()
    {
        var start = at;
        while (at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] is ':' or '_' or '-' or '.')) at++;
        return at > start && !char.IsAsciiDigit(text[start]) ? text[start..at] : throw new Refused(place + ":name");
    }

    private string Unescape(int from, int to)
    {
        var slice = text.AsSpan(from, to - from);
        if (slice.Contains('<')) throw new Refused(place + ":markup");
        if (slice.IndexOf('&') < 0) return slice.ToString();
        var b = new StringBuilder(slice.ToString());
        foreach (var (escape, c) in (ReadOnlySpan<(string, string)>)[("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#9;", "\t"), ("&#10;", "\n"), ("&#13;", "\r")]) b.Replace(escape, c);
        var rest = b.ToString();
        for (var i = rest.IndexOf('&', StringComparison.Ordinal); i >= 0; i = rest.IndexOf('&', i + 1))
            if (string.CompareOrdinal(rest, i, "&amp;", 0, 5) != 0) throw new Refused(place + ":entity");
        return rest.Replace("&amp;", "&", StringComparison.Ordinal);
    }
}
