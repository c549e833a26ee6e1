using Sekisho.Conformity.Packs;
using Sekisho.Conformity.Suggesting;
using Sekisho.PolicyText;
using Sekisho.PolicyText.Reading;

namespace Sekisho.Policy.Suggesting;

/// <summary>What is known to suggest from: packs in our own words, and texts whose sentences a pack has mapped.</summary>
public static class KnownSentences
{
    /// <summary>Every duty of the pack, title and text, with its controls.</summary>
    public static IEnumerable<KnownSentence> Phrases(Pack pack) =>
        pack.Obligations.Select(o => new KnownSentence(new SentencePlace(o.Title + " " + o.Text.Ja, "", "", ""), pack.City + " " + o.Clause, o.Controls, IsPhrase: true));

    /// <summary>The sentences of a text the pack is made for, with the controls of the duties bound to them. A sentence in no duty is left out.</summary>
    public static IEnumerable<KnownSentence> Sentences(ParsedPolicy policy, Pack pack) =>
        SentenceReader.Read(policy).Select(s => new KnownSentence(Place(s), pack.City + " " + ClauseNames.Of(policy, s.Path), Controls(pack, s))).Where(k => k.Controls.Count > 0);

    public static SentencePlace Place(ReadSentence sentence) => new(sentence.Text, sentence.Caption, sentence.Article, sentence.Part);

    private static IReadOnlyList<string> Controls(Pack pack, ReadSentence sentence)
    {
        var name = "s" + sentence.Number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return [.. pack.Obligations.Where(o => o.Place.Matches(sentence.Path) && (o.Sentences.Contains("all", StringComparer.Ordinal) || o.Sentences.Contains(name, StringComparer.Ordinal))).SelectMany(o => o.Controls).Distinct(StringComparer.Ordinal)];
    }
}
