namespace Sekisho.Policy.Committee;

/// <summary>One meeting for its page and its minutes.</summary>
/// <param name="Members">The chair first.</param>
/// <param name="Votes">By item.</param>
/// <param name="Barred">Members who may not vote, by item.</param>
/// <param name="Details">Lines of what is decided on, by item: the end of an exception, what is done instead.</param>
/// <param name="Documents">Document of an edition, by item.</param>
public sealed record MeetingView(
    MeetingRow Row, CommitteeRuleRow Rule, IReadOnlyList<MemberRow> Members, IReadOnlyList<AgendaItemRow> Items, ILookup<Guid, VoteRow> Votes, IReadOnlyDictionary<Guid, IReadOnlySet<string>> Barred,
    IReadOnlyDictionary<Guid, IReadOnlyList<string>> Details, IReadOnlyDictionary<Guid, string> Documents, IReadOnlyDictionary<string, string> Names, IReadOnlyList<(string Value, string Label)> Papers)
{
    public string Name(string person) => Names.GetValueOrDefault(person, person);
    public int There => Members.Count(m => Tally.IsThere(Rule, m));
    public int Needed => Tally.Quorum(Rule.Quorum, Members.Count);

    /// <summary>議案1 or 報告1: proposals and reports are counted apart.</summary>
    public int NumberOf(AgendaItemRow item) => Items.TakeWhile(i => i.Id != item.Id).Count(i => i.Kind == item.Kind) + 1;

    public Tally TallyOf(AgendaItemRow item) => Tally.Of(Rule, Row, Members, Votes[item.Id].ToDictionary(v => v.PersonId, v => v.Choice, StringComparer.Ordinal));
}
