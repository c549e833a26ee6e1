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
public sealed class PackDraft
{
    /// <summary>A second or third control is taken when it has at least this share of the first one's evidence.</summary>
    private const double NearlyAsGood = 0.6;
    private static readonly string[] NoDuty = ["definition", "scope", "declaration"];

    private readonly StringBuilder yaml = new();
    private readonly ControlCatalogue catalogue;
    private readonly ParsedPolicy policy;

    private PackDraft(ControlCatalogue catalogue, ParsedPolicy policy) => (this.catalogue, this.policy) = (catalogue, policy);

    /// <param name="code">Two to eight capital letters.</param>
    /// <param name="city">The municipality's name.</param>
    /// <param name="policy">The text.</param>
    /// <param name="sentences">All its sentences with their suggestions.</param>
    /// <param name="catalogue">The controls.</param>
    /// <returns>pack.yaml</returns>
    public static string Write(string code, string city, ParsedPolicy policy, IReadOnlyList<SuggestedSentence> sentences, ControlCatalogue catalogue)
    {
        var draft = new PackDraft(catalogue, policy);
        draft.Head(code, city, sentences);
        draft.Line("obligations:");
        var number = 0;
        foreach (var duty in sentences.Where(s => s.Suggestions.Count > 0).GroupBy(s => (s.Sentence.Path, s.Sentence.Strength, s.RoleCode, string.Join(',', Controls(s))))) draft.Duty(code, ++number, [.. duty]);
        foreach (var open in sentences.Where(s => s.Suggestions.Count == 0)) draft.Line($"# {ClauseNames.Of(policy, open.Sentence.Path)} {Name(open)}: {SuggestedSentence.WhyNot}");
        return draft.yaml.ToString();
    }

    private void Head(string code, string city, IReadOnlyList<SuggestedSentence> sentences)
    {
        Line("# 案です。管理策・主体・間隔を一つずつ確かめてください。");
        Line("pack: " + code);
        Line("city: " + Quoted(city));
        Line("document:");
        Line("  title: " + Quoted(policy.Title.Length > 0 ? policy.Title : city));
        Line("  kind: basic_policy");
        var events = PrintedHistory.Read(policy).Where(e => e.Date.Length > 0 && e.Event is not ("dated" or "supersedes")).ToList();
        if (events.Count > 0) Line("  history:");
        foreach (var e in events) Line($"    - {{ event: {e.Event}, date: '{e.Date}' }}");
        Zones();
        var roles = sentences.Where(s => s.Sentence.Bearer.Length > 0 && !s.RoleCode.Contains(',', StringComparison.Ordinal) && s.RoleCode is not ("CITY" or "UNMAPPED")).DistinctBy(s => s.RoleCode).ToList();
        if (roles.Count > 0) Line("roles:");
        foreach (var role in roles) Line($"  {role.RoleCode}: {{ local_name: {Quoted(role.Sentence.Bearer)}, state: proposal, path: {role.Sentence.Path} }}");
    }

    private void Zones()
    {
        var zones = DefinedTerms.Read(policy).Select(t => (Term: t, Code: Zone(t.Term))).Where(t => t.Code is not null).DistinctBy(t => t.Code).ToList();
        if (zones.Count > 0) Line("zones:");
        foreach (var (term, zone) in zones) Line($"  - {{ code: {zone}, local_name: {Quoted(term.Term)}, path: {term.Path} }}");
    }

    private static string? Zone(string term) => !term.Contains('系', StringComparison.Ordinal) ? null
        : term.Contains("個人番号", StringComparison.Ordinal) || term.Contains("マイナンバー", StringComparison.Ordinal) ? "Z_MYNO"
        : term.Contains("LGWAN", StringComparison.Ordinal) || term.Contains("ＬＧＷＡＮ", StringComparison.Ordinal) ? "Z_LGWAN"
        : term.Contains("インターネット", StringComparison.Ordinal) ? "Z_INET" : null;

    private void Duty(string code, int number, List<SuggestedSentence> sentences)
    {
        var first = sentences[0];
        var sentence = first.Sentence;
        var controls = Controls(first);
        var control = catalogue[controls[0]];
        var (role, state) = Role(first, control);
        Line(string.Create(CultureInfo.InvariantCulture, $"  - id: {code}-{number:000}"));
        Line("    clause: " + Quoted(ClauseNames.Of(policy, sentence.Path)));
        Line("    path: " + sentence.Path);
        Line("    sentences: [" + string.Join(", ", sentences.Select(Name)) + "]");
        Line("    title: " + Quoted(sentence.Caption.Length > 0 ? sentence.Caption : sentence.Article.Length > 0 ? sentence.Article : control.Title.Ja));
        Line($"    text: {{ ja: {Quoted(control.Statement.Ja)}, en: {Quoted(control.Statement.En)} }}");
        Line("    strength: " + sentence.Strength);
        Line("    role: [" + role + "]");
        Line("    role_state: " + state);
        Line("    controls: [" + string.Join(", ", controls) + "]");
        Line($"    interval: {{ value: {Quoted(control.Interval)}, source: parameter }}");
        Line("    note: " + Quoted("案: " + first.Suggestions[0].Reason));
    }

    /// <summary>A role the text names stays; where it names nobody the control's usual role waits for a person.</summary>
    private static (string Role, string State) Role(SuggestedSentence sentence, Control control) =>
        NoDuty.Contains(sentence.Sentence.Strength, StringComparer.Ordinal) ? ("CITY", "none")
        : sentence.Sentence.Bearer.Length == 0 ? (control.DefaultRole.Value, "proposal")
        : (sentence.RoleCode, sentence.Sentence.IsCarried ? "carried" : "text");

    private static IReadOnlyList<string> Controls(SuggestedSentence sentence) =>
        [.. sentence.Suggestions.Where(s => s.Score >= sentence.Suggestions[0].Score * NearlyAsGood).Select(s => s.ControlId)];

    private static string Name(SuggestedSentence sentence) => "s" + sentence.Sentence.Number.ToString(CultureInfo.InvariantCulture);
    private static string Quoted(string text) => "'" + text.ReplaceLineEndings(" ").Replace("'", "''", StringComparison.Ordinal) + "'";
    private void Line(string text) => yaml.Append(text).Append('\n');
}
