using Sekisho.Conformity.Packs;

namespace Sekisho.Conformity.Suggesting;

/// <summary>
/// Suggests controls for the sentences of a text nobody has mapped yet. Statistics of our own over what is known — sentences with confirmed controls, the packs' duties
/// in our words, the catalogue's titles and statements; no model is loaded. Made anew from the data at hand, it is the same for the same data.
/// </summary>
public sealed class SuggestionModel
{
    private sealed record Entry(KnownSentence Known, GramVector Text, GramVector Headed, GramVector Article);

    internal const string Front = "front";
    /// <summary>What lines of the front have in common whatever their words are.</summary>
    private const double Likest = 0.5;
    private readonly GramSpace space;
    private readonly List<Entry> sentences;
    private readonly List<Entry> phrases;
    private readonly List<(Control Control, GramVector Words)> catalogue;

    public SuggestionModel(IReadOnlyList<KnownSentence> known, IReadOnlyList<Control> controls)
    {
        space = new GramSpace(known.Select(k => k.Place.Text).Concat(controls.Select(Words)));
        sentences = [.. known.Where(k => !k.IsPhrase).Select(Read)];
        phrases = [.. known.Where(k => k.IsPhrase).Select(Read)];
        catalogue = [.. controls.Select(c => (c, space.Vector(Words(c))))];
    }

    /// <summary>The most fitting first; empty when nothing known is like the sentence and no control shares its words.</summary>
    /// <param name="place">The sentence.</param>
    /// <param name="top">How many at most.</param>
    /// <param name="weights">Null for those in use.</param>
    public IReadOnlyList<Suggestion> Suggest(SentencePlace place, int top, SuggestionWeights? weights = null) => Suggest(Evidence(place), top, weights);

    /// <summary>All likenesses of a sentence. A line of the front (cover, contents, title, dates) says nothing a duty says: it is compared with such lines only.</summary>
    public SentenceEvidence Evidence(SentencePlace place)
    {
        if (place.Part == Front) return new SentenceEvidence(place, [.. sentences.Where(e => e.Known.Place.Part == Front).Select(e => new SentenceEvidence.Likeness(e.Known, Likest, Likest, 0, true))], [], []);
        var (text, headed, article) = (space.Vector(place.Text), space.Vector(Headed(place)), space.Vector(place.Article));
        SentenceEvidence.Likeness Like(Entry e) => new(e.Known, (text.Cosine(e.Text) + headed.Cosine(e.Headed)) / 2, headed.CoveredBy(e.Headed), article.Cosine(e.Article), place.Part == e.Known.Place.Part);
        return new SentenceEvidence(place, [.. sentences.Where(e => e.Known.Place.Part != Front).Select(Like)], [.. phrases.Select(e => new SentenceEvidence.Likeness(e.Known, text.Cosine(e.Text), 0, 0, false))],
            [.. catalogue.Select(c => new SentenceEvidence.Wording(c.Control.Id, text.Cosine(c.Words), article.Cosine(c.Words)))]);
    }

    /// <inheritdoc cref="Suggest(SentencePlace, int, SuggestionWeights?)"/>
    public IReadOnlyList<Suggestion> Suggest(SentenceEvidence evidence, int top, SuggestionWeights? weights = null)
    {
        var tally = new SuggestionTally(weights ?? SuggestionWeights.Tuned);
        tally.Add(evidence);
        return [.. tally.Best(top).Select(b => new Suggestion(b.ControlId, b.Share, SuggestionReason.Of(b, evidence.Place, catalogue.First(c => c.Control.Id == b.ControlId).Control)))];
    }

    /// <summary>How alike two sentences are, 0 to 1; rare pairs and triples count more.</summary>
    public double Likeness(string one, string other) => space.Vector(one).Cosine(space.Vector(other));

    /// <summary>The ids alone, the most fitting first: what the bench counts.</summary>
    public static IReadOnlyList<string> Rank(SentenceEvidence evidence, int top, SuggestionWeights weights)
    {
        var tally = new SuggestionTally(weights);
        tally.Add(evidence);
        return [.. tally.Best(top).Select(b => b.ControlId)];
    }

    private Entry Read(KnownSentence known) => new(known, space.Vector(known.Place.Text), space.Vector(Headed(known.Place)), space.Vector(known.Place.Article));
    private static string Headed(SentencePlace place) => place.Caption + " " + place.Text;
    private static string Words(Control control) => control.Title.Ja + " " + control.Statement.Ja + " " + control.Action;
}
