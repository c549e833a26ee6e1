namespace Sekisho.PolicyText.Linting;

/// <summary>A text for comparing: narrow and without white space, so that the width of a page or of a letter changes no finding; it finds its way back to the words as printed.</summary>
internal sealed class Folded
{
    private const int LongestQuote = 40;
    private readonly string printed;
    private readonly List<int> origin = [];

    public Folded(string printed)
    {
        this.printed = printed;
        for (var i = 0; i < printed.Length; i++)
            if (!char.IsWhiteSpace(printed[i])) origin.Add(i);
        Text = Of(printed);
    }

    public string Text { get; }

    public static string Of(string text) => Characters.WithoutSpace(Characters.Narrow(text));

    /// <summary>The printed words behind a stretch of <see cref="Text"/>.</summary>
    public string Printed(int start, int length)
    {
        if (length <= 0 || start >= origin.Count) return "";
        var end = Math.Min(start + length, origin.Count) - 1;
        var words = printed[origin[start]..(origin[end] + 1)].ReplaceLineEndings(" ");
        return words.Length <= LongestQuote ? words : words[..LongestQuote];
    }
}
