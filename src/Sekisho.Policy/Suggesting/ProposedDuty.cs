using Sekisho.Conformity.Packs;
using Sekisho.Kernel;
using Sekisho.PolicyText;
using Sekisho.PolicyText.Reading;

namespace Sekisho.Policy.Suggesting;

/// <summary>What becomes of a sentence when a person agrees with every proposal: the values of one obligation, in the codes of a pack.</summary>
/// <param name="RoleState">text, carried, proposal or none.</param>
/// <param name="Interval">Read off the words of time, else the first control's usual one.</param>
/// <param name="IntervalSource">text or parameter.</param>
public sealed record ProposedDuty(string Strength, IReadOnlyList<string> Roles, string RoleState, IReadOnlyList<string> Controls, string Interval, string IntervalSource)
{
    /// <summary>A second or third control is taken when it has at least this share of the first one's evidence.</summary>
    public const double NearlyAsGood = 0.6;
    private static readonly string[] NoDuty = ["definition", "scope", "declaration"];
    private static readonly (string Word, string Interval)[] Periods = [("毎日", "P1D"), ("毎週", "P1W"), ("毎月", "P1M"), ("毎年", "P1Y"), ("常時", "continuous"), ("常に", "continuous"), ("絶えず", "continuous"), ("継続的に", "continuous")];

    /// <summary>Null where nothing is proposed.</summary>
    public static ProposedDuty? Of(SuggestedSentence sentence, ControlCatalogue catalogue)
    {
        if (sentence.Suggestions.Count == 0) return null;
        IReadOnlyList<string> controls = [.. sentence.Suggestions.Where(s => s.Score >= sentence.Suggestions[0].Score * NearlyAsGood).Select(s => s.ControlId)];
        var (role, state) = Role(sentence, catalogue[controls[0]]);
        var printed = Periods.FirstOrDefault(p => sentence.Sentence.Cadence.StartsWith(p.Word, StringComparison.Ordinal)).Interval;
        return new ProposedDuty(sentence.Sentence.Strength, role, state, controls, printed ?? catalogue[controls[0]].Interval, printed is null ? "parameter" : "text");
    }

    /// <summary>The obligation as it stands in the pack: the words are ours, the heading is the text's.</summary>
    public DutyDraft Write(string id, ParsedPolicy policy, ReadSentence sentence, IReadOnlyList<string> names, ControlCatalogue catalogue, string note)
    {
        var control = catalogue[Controls[0]];
        var title = sentence.Caption.Length > 0 ? sentence.Caption : sentence.Article.Length > 0 ? sentence.Article : control.Title.Ja;
        return new DutyDraft(id, ClauseNames.Of(policy, sentence.Path), sentence.Path.ToString(), names, title, control.Statement, Strength, Roles, RoleState, Controls, Interval.Length == 0 ? null : Interval, IntervalSource, note);
    }

    /// <summary>A role the text names stays; where it names nobody the control's usual role waits for a person.</summary>
    private static (IReadOnlyList<string> Roles, string State) Role(SuggestedSentence sentence, Control control) =>
        NoDuty.Contains(sentence.Sentence.Strength, StringComparer.Ordinal) ? (["CITY"], "none")
        : sentence.Sentence.Bearer.Length == 0 ? ([control.DefaultRole.Value], "proposal")
        : (sentence.RoleCode.Split(','), sentence.Sentence.IsCarried ? "carried" : "text");

    /// <summary>Roles the text names, once each: what the organisation is told of.</summary>
    public static IReadOnlyList<RoleBinding> Named(IEnumerable<SuggestedSentence> sentences) =>
        [.. sentences.Where(s => s.Sentence.Bearer.Length > 0 && !s.RoleCode.Contains(',', StringComparison.Ordinal) && s.RoleCode is not ("CITY" or "UNMAPPED")).DistinctBy(s => s.RoleCode)
            .Select(s => new RoleBinding(new RoleCode(s.RoleCode), s.Sentence.Bearer, Conformity.Packs.RoleState.Proposal, s.Sentence.Path.ToString(), null))];
}
