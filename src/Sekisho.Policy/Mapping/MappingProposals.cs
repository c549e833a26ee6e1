using Sekisho.Kernel;
using Sekisho.Policy.Documents;
using Sekisho.Policy.Packs;
using Sekisho.Policy.Suggesting;
using Sekisho.PolicyText;

namespace Sekisho.Policy.Mapping;

/// <summary>
/// Proposals for every sentence of an edition, made once for each edition and pack: making them takes a second or two, turning a page must not. What the pack binds already
/// counts as known, so every time the pack grows the proposals for the rest get better. Thread-safe.
/// </summary>
internal sealed class MappingProposals(PackFolder folder)
{
    /// <summary>So many controls are offered for a sentence.</summary>
    public const int Top = 3;
    private volatile Made? last;

    /// <param name="Digests">Of each sentence's words, in the same order.</param>
    internal sealed record Made(Guid Edition, Digest Pack, ParsedPolicy Text, IReadOnlyList<SuggestedSentence> Sentences, IReadOnlyList<string> Digests, Func<string, string, double> Likeness);

    /// <summary>What was made for this edition and this pack; null when nothing was made yet or something has changed since.</summary>
    public Made? Find(Guid edition, AppliedPack applied) => last is { } made && made.Edition == edition && made.Pack == applied.Pack.Digest ? made : null;

    public Result<Made> Make(EditionRow edition, AppliedPack applied)
    {
        var text = edition.Tree();
        var suggester = PolicySuggester.Open(folder, (text, applied.Pack));
        if (!suggester.IsOk) return suggester.As<Made>();
        var sentences = suggester.Value.Suggest(text, Top);
        return last = new Made(edition.Id, applied.Pack.Digest, text, sentences, [.. sentences.Select(s => Digest.OfText(s.Sentence.Text).Hex)], suggester.Value.Likeness);
    }
}
