namespace Sekisho.Conformity.Suggesting;

/// <summary>How alike one sentence is to everything known, before any weight: the weights can then be tried cheaply.</summary>
public sealed class SentenceEvidence
{
    internal sealed record Likeness(KnownSentence Known, double Words, double Cover, double Article, bool SamePart);
    internal sealed record Wording(string ControlId, double Words, double Article);

    internal SentenceEvidence(SentencePlace place, IReadOnlyList<Likeness> sentences, IReadOnlyList<Likeness> phrases, IReadOnlyList<Wording> catalogue) =>
        (Place, Sentences, Phrases, Catalogue) = (place, sentences, phrases, catalogue);

    public SentencePlace Place { get; }
    internal IReadOnlyList<Likeness> Sentences { get; }
    internal IReadOnlyList<Likeness> Phrases { get; }
    internal IReadOnlyList<Wording> Catalogue { get; }
}
