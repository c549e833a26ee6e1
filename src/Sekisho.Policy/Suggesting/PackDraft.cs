using System.Globalization;
using System.Text;
using Sekisho.Conformity.Packs;
using Sekisho.PolicyText;
using Sekisho.PolicyText.Reading;

namespace Sekisho.Policy.Suggesting;

/// <summary>
/// The first draft of a pack for a text nobody has mapped: every sentence in a duty with the controls suggested, or named at the end with the reason why not.
/// A person goes through it; <c>pack check</c> accepts it as it is.
/// </summary>
public static class PackDraft
{
    /// <param name="code">Two to eight capital letters.</param>
    /// <param name="city">The municipality's name.</param>
    /// <param name="policy">The text.</param>
    /// <param name="sentences">All its sentences with their suggestions.</param>
    /// <param name="catalogue">The controls.</param>
    /// <returns>pack.yaml</returns>
    public static string Write(string code, string city, ParsedPolicy policy, IReadOnlyList<SuggestedSentence> sentences, ControlCatalogue catalogue)
    {
        var duties = sentences.Select(s => (Sentence: s, Duty: ProposedDuty.Of(s, catalogue))).Where(s => s.Duty is not null)
            .GroupBy(s => (s.Sentence.Sentence.Path, s.Duty!.Strength, string.Join(',', s.Duty.Roles), string.Join(',', s.Duty.Controls)))
            .Select((g, i) => g.First().Duty!.Write(string.Create(CultureInfo.InvariantCulture, $"{code}-{i + 1:000}"), policy, g.First().Sentence.Sentence, [.. g.Select(s => Name(s.Sentence))], catalogue,
                "案: " + g.First().Sentence.Suggestions[0].Reason)).ToList();
        var pack = new StringBuilder("# 案です。管理策・主体・間隔を一つずつ確かめてください。\n").Append(PackDuties.Put(Head(code, city, policy), new HashSet<string>(StringComparer.Ordinal), duties, ProposedDuty.Named(sentences)));
        foreach (var open in sentences.Where(s => s.Suggestions.Count == 0)) pack.Append("# ").Append(ClauseNames.Of(policy, open.Sentence.Path)).Append(' ').Append(Name(open)).Append(": ").Append(SuggestedSentence.WhyNot).Append('\n');
        return pack.ToString();
    }

    /// <summary>A pack that names its city and document and has no obligation yet.</summary>
    public static string Head(string code, string city, ParsedPolicy? policy)
    {
        var yaml = new StringBuilder();
        void Line(string text) => yaml.Append(text).Append('\n');
        Line("pack: " + code);
        Line("city: " + Quoted(city));
        Line("document:");
        Line("  title: " + Quoted(policy?.Title is { Length: > 0 } title ? title : city));
        Line("  kind: basic_policy");
        var events = policy is null ? [] : PrintedHistory.Read(policy).Where(e => e.Date.Length > 0 && e.Event is not ("dated" or "supersedes")).ToList();
        if (events.Count > 0) Line("  history:");
        foreach (var e in events) Line($"    - {{ event: {e.Event}, date: '{e.Date}' }}");
        var zones = policy is null ? [] : DefinedTerms.Read(policy).Select(t => (Term: t, Code: Zone(t.Term))).Where(t => t.Code is not null).DistinctBy(t => t.Code).ToList();
        if (zones.Count > 0) Line("zones:");
        foreach (var (term, zone) in zones) Line($"  - {{ code: {zone}, local_name: {Quoted(term.Term)}, path: {term.Path} }}");
        Line("obligations: []");
        return yaml.ToString();
    }

    private static string? Zone(string term) => !term.Contains('系', StringComparison.Ordinal) ? null
        : term.Contains("個人番号", StringComparison.Ordinal) || term.Contains("マイナンバー", StringComparison.Ordinal) ? "Z_MYNO"
        : term.Contains("LGWAN", StringComparison.Ordinal) || term.Contains("ＬＧＷＡＮ", StringComparison.Ordinal) ? "Z_LGWAN"
        : term.Contains("インターネット", StringComparison.Ordinal) ? "Z_INET" : null;

    private static string Name(SuggestedSentence sentence) => "s" + sentence.Sentence.Number.ToString(CultureInfo.InvariantCulture);
    private static string Quoted(string text) => "'" + text.ReplaceLineEndings(" ").Replace("'", "''", StringComparison.Ordinal) + "'";
}
