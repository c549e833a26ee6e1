namespace Sekisho.Policy.Committee;

/// <summary>
/// The count of one proposal. Who has an interest in it (除斥) counts neither among the members nor among those present. Adopted is what more than half of those present are for; at exactly
/// half the chair's own vote decides. Without a quorum nothing is adopted.
/// </summary>
/// <param name="Members">Members without an interest.</param>
/// <param name="Present">Of these: came, sent a 代理 that counts, or answered in writing.</param>
public sealed record Tally(int Members, int Present, int For, int Against, int Abstained, int Needed, bool ChairIsFor)
{
    public bool QuorumMet => Present >= Needed && Present > 0;
    public bool IsAdopted => QuorumMet && ((2 * For > Present) || (2 * For == Present && ChairIsFor));
    /// <summary>Votes that carry a proposal.</summary>
    public int Majority => (Present / 2) + 1;
    public string Result => !QuorumMet ? AgendaItemRow.Void : IsAdopted ? AgendaItemRow.Adopted : AgendaItemRow.Rejected;

    public static int Quorum(string rule, int members) => rule switch
    {
        "majority" => (members / 2) + 1,
        "two_thirds" => ((2 * members) + 2) / 3,
        _ => (members + 1) / 2,
    };

    public static Tally Of(CommitteeRuleRow rule, MeetingRow meeting, IReadOnlyList<MemberRow> members, IReadOnlyDictionary<string, string> votes)
    {
        var free = members.Where(m => votes.GetValueOrDefault(m.PersonId) != VoteRow.Excluded).ToList();
        var present = free.Where(m => meeting.IsWritten ? votes.ContainsKey(m.PersonId) : IsThere(rule, m)).Select(m => m.PersonId).ToHashSet(StringComparer.Ordinal);
        int Count(string choice) => votes.Count(v => v.Value == choice && present.Contains(v.Key));
        return new Tally(free.Count, present.Count, Count(VoteRow.For), Count(VoteRow.Against), Count(VoteRow.Abstain), Quorum(rule.Quorum, free.Count),
            present.Contains(meeting.ChairId) && votes.GetValueOrDefault(meeting.ChairId) == VoteRow.For);
    }

    public static bool IsThere(CommitteeRuleRow rule, MemberRow member) => member.Attendance == MemberRow.Present || (member.Attendance == MemberRow.ByDeputy && rule.DeputiesCount);
}
