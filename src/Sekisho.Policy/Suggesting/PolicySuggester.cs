using System.Text;
using Sekisho.Conformity.Packs;
using Sekisho.Conformity.Suggesting;
using Sekisho.Kernel;
using Sekisho.Policy.Packs;
using Sekisho.PolicyText;
using Sekisho.PolicyText.Reading;

namespace Sekisho.Policy.Suggesting;

/// <summary>
/// Suggests strength, bearer and controls for every sentence of a text. What it knows is what the installation holds: the catalogue, every pack's duties in our words,
/// texts that came with a pack, and texts the caller has bound.
/// </summary>
public sealed class PolicySuggester
{
    private readonly SuggestionModel model;
    private readonly RoleGuess roles;

    private PolicySuggester(SuggestionModel model, RoleGuess roles, ControlCatalogue catalogue) => (this.model, this.roles, Catalogue) = (model, roles, catalogue);

    /// <summary>The controls suggestions are made of.</summary>
    public ControlCatalogue Catalogue { get; }

    /// <summary>Reads every pack of the folder; refused with the problems of the first that cannot be read.</summary>
    /// <param name="folder">The packs.</param>
    /// <param name="bound">Texts bound here, with the pack they are bound to.</param>
    public static Result<PolicySuggester> Open(PackFolder folder, params IReadOnlyList<(ParsedPolicy Text, Pack Pack)> bound)
    {
        var catalogue = folder.Catalogue();
        if (!catalogue.IsOk) return catalogue.As<PolicySuggester>();
        var known = bound.SelectMany(b => KnownSentences.Sentences(b.Text, b.Pack)).ToList();
        var packs = new List<Pack>();
        foreach (var code in folder.Codes)
        {
            var file = folder.Content(code);
            if (!file.IsOk) return file.As<PolicySuggester>();
            var pack = PackFolder.Open(file.Value, catalogue.Value);
            if (!pack.IsOk) return pack.As<PolicySuggester>();
            packs.Add(pack.Value);
            known.AddRange(KnownSentences.Phrases(pack.Value));
            if (folder.ShippedText(pack.Value) is { } text) known.AddRange(KnownSentences.Sentences(PolicyParser.Parse(Encoding.UTF8.GetString(text)), pack.Value));
        }
        return new PolicySuggester(new SuggestionModel(known, catalogue.Value.Controls), new RoleGuess(packs), catalogue.Value);
    }

    /// <summary>In printed order; every sentence is there.</summary>
    /// <param name="policy">The text.</param>
    /// <param name="top">How many controls a sentence at most.</param>
    public IReadOnlyList<SuggestedSentence> Suggest(ParsedPolicy policy, int top) =>
        [.. SentenceReader.Read(policy).Select(s => new SuggestedSentence(s, roles.Of(s.Bearer), model.Suggest(KnownSentences.Place(s), top)))];

    /// <summary>How alike two sentences are by their pairs and triples of characters, 0 to 1.</summary>
    public double Likeness(string one, string other) => model.Likeness(one, other);
}
