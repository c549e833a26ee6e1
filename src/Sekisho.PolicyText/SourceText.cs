namespace Sekisho.PolicyText;

/// <summary>The source as lines: the one way of counting them for the reader, its records and the review.</summary>
public static class SourceText
{
    /// <summary>CR LF, CR, LF and the separators of Unicode end a line; a form feed begins a page but no line.</summary>
    public static string[] Lines(string text) =>
        text.TrimStart('\uFEFF').Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Replace('\u0085', '\n').Replace('\u2028', '\n').Replace('\u2029', '\n').Split('\n');
}
