using FsCheck;
using FsCheck.Fluent;
using Sekisho.Policy.Committee;

namespace Sekisho.Tests.Policy.Committee;

/// <summary>The count of a proposal: quorum, interest, the chair at exactly half, and written answers.</summary>
public sealed class TallyTests
{
    private static readonly CommitteeRuleRow Rule = new() { Id = 1, Quorum = "half", DeputiesCount = true, WrittenAllowed = true, Basis = "" };

    [Theory]
    [InlineData("half", 11, 6)]
    [InlineData("half", 10, 5)]
    [InlineData("majority", 10, 6)]
    [InlineData("majority", 11, 6)]
    [InlineData("two_thirds", 9, 6)]
    [InlineData("two_thirds", 10, 7)]
    [InlineData("half", 0, 0)]
    public void Quorums(string rule, int members, int needed) => Tally.Quorum(rule, members).ShouldBe(needed);

    [Fact]
    public void More_than_half_of_those_present_carries_it()
    {
        // The prototype's meeting: 11 members, 8 there, 6 for.
        var tally = Of(11, "pppppppp", "ffffffan");
        (tally.Present, tally.For, tally.Majority, tally.Needed, tally.Result).ShouldBe((8, 6, 5, 6, "adopted"));
        Of(11, "pppppppp", "ffffaaan").Result.ShouldBe("adopted", "four of eight, and the chair was for it");
        Of(11, "pppppppp", "afffaafn").Result.ShouldBe("rejected", "four of eight, and the chair was against it");
        Of(11, "ppppp", "fffff").Result.ShouldBe("void", "five of eleven are no quorum, whatever they want");
    }

    [Fact]
    public void A_deputy_counts_only_where_the_rules_say_so()
    {
        Of(4, "pd", "ff").Result.ShouldBe("adopted");
        var strict = new CommitteeRuleRow { Id = 1, Quorum = "half", DeputiesCount = false, WrittenAllowed = true, Basis = "" };
        Tally.Of(strict, Meeting(MeetingRow.Met), Members(4, "pd"), Votes("ff")).Result.ShouldBe("void");
    }

    [Fact]
    public void Who_has_an_interest_counts_on_neither_side()
    {
        // Four members, two of them barred: one of the two others is a quorum and carries it.
        var tally = Of(4, "p", "fxx");
        (tally.Members, tally.Needed, tally.Present, tally.Result).ShouldBe((2, 1, 1, "adopted"));
        Of(3, "pp", "xx").Result.ShouldBe("void");
    }

    [Fact]
    public void In_writing_who_answered_is_present()
    {
        Tally.Of(Rule, Meeting(MeetingRow.Written), Members(5, ""), Votes("ffa")).Result.ShouldBe("adopted");
        Tally.Of(Rule, Meeting(MeetingRow.Written), Members(5, ""), Votes("ff")).Result.ShouldBe("void");
    }

    [Fact]
    public void Nothing_is_adopted_without_a_quorum_or_against_a_majority()
    {
        var letters = Gen.ListOf(Gen.Elements('p', 'd', 'a'));
        var votes = Gen.ListOf(Gen.Elements('f', 'a', 'n', 'x'));
        Prop.ForAll(letters.ToArbitrary(), votes.ToArbitrary(), (there, cast) =>
        {
            var tally = Of(there.Count, new string([.. there]), new string([.. cast.Take(there.Count)]));
            return (tally.Result == "adopted") == (tally.Present >= tally.Needed && tally.Present > 0 && (2 * tally.For > tally.Present || (2 * tally.For == tally.Present && tally.ChairIsFor)))
                && tally.For + tally.Against + tally.Abstained <= tally.Present;
        }).QuickCheckThrowOnFailure();
    }

    private static Tally Of(int members, string there, string votes) => Tally.Of(Rule, Meeting(MeetingRow.Met), Members(members, there), Votes(votes));

    private static MeetingRow Meeting(string mode) => new()
    {
        Id = Guid.Empty, FiscalYear = 2026, Number = 1, Mode = mode, HeldOn = new DateOnly(2026, 11, 20), Starts = "", Place = "", Note = "", State = MeetingRow.Open, ChairId = "m0", ConvenedBy = "", ConvenedAt = default,
    };

    /// <summary>p came, d sent somebody, everybody else stayed away.</summary>
    private static List<MemberRow> Members(int count, string there) => [.. Enumerable.Range(0, count).Select(i => new MemberRow
    {
        MeetingId = Guid.Empty, PersonId = Id(i), Post = "", Deputy = "", Attendance = i < there.Length ? there[i] switch { 'p' => MemberRow.Present, 'd' => MemberRow.ByDeputy, _ => MemberRow.Absent } : MemberRow.Absent,
    })];

    /// <summary>f for, a against, n abstains, x barred; in the order of the members.</summary>
    private static Dictionary<string, string> Votes(string votes) => votes.Select((v, i) => (Id(i), v switch { 'f' => VoteRow.For, 'a' => VoteRow.Against, 'n' => VoteRow.Abstain, _ => VoteRow.Excluded })).ToDictionary(v => v.Item1, v => v.Item2, StringComparer.Ordinal);

    private static string Id(int i) => "m" + i.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
