namespace Sekisho.Mime;

/// <summary>The strict form of a message identifier: &lt;left@right&gt;, both dot-atoms, at most 250 characters.</summary>
public static class MessageId
{
    /// <summary>All identifiers of strict form in the text, in order, at most <paramref name="most"/> (the last ones are kept: they are the nearest).</summary>
    public static IReadOnlyList<string> ReadAll(string text, int most)
    {
        var found = new List<string>();
        for (var open = text.IndexOf('<', StringComparison.Ordinal); open >= 0; open = text.IndexOf('<', open + 1))
        {
            var close = text.IndexOf('>', open);
            if (close < 0) break;
            if (IsStrict(text[open..(close + 1)])) found.Add(text[open..(close + 1)]);
        }
        return found.Count <= most ? found : found.GetRange(found.Count - most, most);
    }

    public static bool IsStrict(string text)
    {
        if (text.Length is < 5 or > 250 || text[0] != '<' || text[^1] != '>') return false;
        var inner = text[1..^1];
        var at = inner.IndexOf('@', StringComparison.Ordinal);
        return at > 0 && MailAddress.IsDotAtom(inner[..at]) && MailAddress.IsDotAtom(inner[(at + 1)..]);
    }
}
