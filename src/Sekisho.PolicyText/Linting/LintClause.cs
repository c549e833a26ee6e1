using Sekisho.Kernel.Clauses;

namespace Sekisho.PolicyText.Linting;

/// <summary>A clause as the rules read it.</summary>
/// <param name="Clause">As parsed.</param>
/// <param name="Body">Its own text, folded.</param>
/// <param name="Caption">Its heading, folded.</param>
/// <param name="Order">Place in the document, from 0.</param>
/// <param name="Article">The article it belongs to; null outside articles.</param>
internal sealed record LintClause(Clause Clause, Folded Body, Folded Caption, int Order, Clause? Article)
{
    public ClauseRef Path => Clause.Path;
    public ClauseLevel Level => Clause.Level;
    /// <summary>Its sentences, folded, with the place of each in <see cref="Body"/>.</summary>
    public IReadOnlyList<(int Start, string Text)> Sentences { get; } = Cut(Body.Text);

    private static List<(int, string)> Cut(string text)
    {
        var sentences = new List<(int, string)>();
        var at = 0;
        foreach (var sentence in SentenceSplitter.Split(text))
        {
            sentences.Add((at, sentence));
            at += sentence.Length;
        }
        return sentences;
    }

    /// <summary>A finding here; the quote is the stretch of the body, or the heading where there is no stretch.</summary>
    public LintFinding Finding(string rule, int start, int length, params string[] arguments)
    {
        var quote = length > 0 ? Body.Printed(start, length) : Clause.Caption.Length > 0 ? Clause.Caption : Body.Printed(0, 20);
        return new LintFinding(rule, Path, quote, arguments.Length > 0 ? arguments : [quote]);
    }
}
