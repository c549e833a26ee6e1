using Sekisho.Kernel;

namespace Sekisho.Sanitizing.Xml;

/// <summary>The document type declaration at the head of an XML text: found by the grammar of the prolog (XML 1.0 §2.8), never fetched, never obeyed.</summary>
/// <param name="Start">Place of its first character.</param>
/// <param name="End">Place behind its last character.</param>
/// <param name="Subset">What stands between its brackets; null without brackets.</param>
internal sealed record Doctype(int Start, int End, string Name, string? PublicId, string? SystemId, string? Subset)
{
    private const string Space = " \t\r\n";

    /// <summary>Null where none stands before the root element.</summary>
    /// <exception cref="FileStop">LM-12: it begins and does not end.</exception>
    internal static Doctype? Find(string text, string place)
    {
        var at = 0;
        while (at < text.Length)
        {
            while (at < text.Length && (Space.Contains(text[at], StringComparison.Ordinal) || text[at] == '\uFEFF')) at++;
            var close = Starts(text, at, "<?") ? "?>" : Starts(text, at, "<!--") ? "-->" : "";
            if (close.Length == 0) break;
            var end = text.IndexOf(close, at, StringComparison.Ordinal);
            if (end < 0) return null;
            at = end + close.Length;
        }
        return Starts(text, at, "<!DOCTYPE") ? Read(text, at, place) : null;
    }

    /// <summary>The same text without the declaration; line feeds stay, so that the line count does.</summary>
    internal string Without(string text) => text[..Start] + text[End..];

    private static Doctype Read(string text, int start, string place)
    {
        var at = start + "<!DOCTYPE".Length;
        var name = Word(text, ref at);
        var key = Word(text, ref at);
        var publicId = key is "PUBLIC" ? Quoted(text, ref at) ?? throw Stop(place) : null;
        var systemId = key is "PUBLIC" or "SYSTEM" ? Quoted(text, ref at) : null;
        if (key is not ("PUBLIC" or "SYSTEM" or "")) throw Stop(place);
        Skip(text, ref at);
        string? subset = null;
        if (at < text.Length && text[at] == '[')
        {
            var close = SubsetEnd(text, at + 1, place);
            subset = text[(at + 1)..close];
            at = close + 1;
            Skip(text, ref at);
        }
        return at < text.Length && text[at] == '>' ? new(start, at + 1, name, publicId, systemId, subset) : throw Stop(place);
    }

    private static int SubsetEnd(string text, int at, string place)
    {
        for (; at < text.Length; at++)
            if (text[at] is '"' or '\'') at = text.IndexOf(text[at], at + 1) is > 0 and var quote ? quote : throw Stop(place);
            else if (Starts(text, at, "<!--")) at = text.IndexOf("-->", at, StringComparison.Ordinal) is > 0 and var end ? end + 2 : throw Stop(place);
            else if (text[at] == ']') return at;
        throw Stop(place);
    }

    private static string Word(string text, ref int at)
    {
        Skip(text, ref at);
        var start = at;
        while (at < text.Length && !Space.Contains(text[at], StringComparison.Ordinal) && text[at] is not ('>' or '[' or '"' or '\'')) at++;
        return text[start..at];
    }

    private static string? Quoted(string text, ref int at)
    {
        Skip(text, ref at);
        if (at >= text.Length || text[at] is not ('"' or '\'')) return null;
        var end = text.IndexOf(text[at], at + 1);
        if (end < 0) return null;
        var value = text[(at + 1)..end];
        at = end + 1;
        return value;
    }

    private static void Skip(string text, ref int at)
    {
        while (at < text.Length && Space.Contains(text[at], StringComparison.Ordinal)) at++;
    }

    private static bool Starts(string text, int at, string word) => string.CompareOrdinal(text, at, word, 0, word.Length) == 0;

    private static FileStop Stop(string place) => new("LM-12", Outcome.Blocked, place);
}
