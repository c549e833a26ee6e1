using Sekisho.Kernel;
using Sekisho.Kernel.Clauses;

namespace Sekisho.PolicyText;

/// <summary>One clause of a parsed text.</summary>
/// <param name="Path">Normalised place; unique in its document.</param>
/// <param name="Level">What it is.</param>
/// <param name="PrintedLabel">The number or mark as printed (widths and spaces kept); empty where none is printed.</param>
/// <param name="Caption">Heading without its brackets; empty where there is none.</param>
/// <param name="Text">Own text without that of the children, wrapped lines joined, otherwise as printed.</param>
/// <param name="Children">In printed order.</param>
public sealed record Clause(ClauseRef Path, ClauseLevel Level, string PrintedLabel, string Caption, string Text, IReadOnlyList<Clause> Children)
{
    /// <summary>Line of the source it begins on, from 1; 0 for a tree that was not read from lines.</summary>
    public int Line { get; init; }

    /// <summary>s1 is the first; empty for a clause without text of its own.</summary>
    public IReadOnlyList<string> Sentences => SentenceSplitter.Split(Text);

    /// <summary>Digest of the text without any white space: equal texts in different layouts have the same one.</summary>
    public Digest TextDigest => Digest.OfText(Characters.WithoutSpace(Text));

    /// <summary>Code points of the text without white space.</summary>
    public int TextLength => Characters.Count(Characters.WithoutSpace(Text));

    /// <summary>This clause and everything below it, in printed order.</summary>
    public IEnumerable<Clause> SelfAndBelow() => Children.SelectMany(c => c.SelfAndBelow()).Prepend(this);
}
