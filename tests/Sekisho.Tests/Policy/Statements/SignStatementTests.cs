using Sekisho.Kernel;
using Sekisho.Platform.Registries;
using Sekisho.Policy.Statements;
using Sekisho.Tests.Support;

namespace Sekisho.Tests.Policy.Statements;

public sealed class SignStatementTests
{
    private static readonly DateTimeOffset Now = new(2026, 6, 15, 3, 0, 0, TimeSpan.Zero);
    private static readonly SignStatement Good = new("ORG-03", "city", "partial", "職務代理の辞令を確かめた", "人事第12号", new DateOnly(2026, 12, 1));

    [Fact]
    public void The_role_that_attests_may_state()
    {
        var fact = SignStatement.Decide(State(Holder("MAYOR", "", null)), Good, Now).Value;
        (fact.ControlId, fact.RoleCode, fact.Asserted, fact.PersonId, fact.UnitId).ShouldBe(("ORG-03", "MAYOR", "partial", "p1", null));
    }

    [Theory]
    [InlineData("CISO", null)]
    [InlineData("MAYOR", "u1")]
    public void Another_role_or_a_narrower_one_may_not(string role, string? unit) =>
        SignStatement.Decide(State(Holder(role, "o1", unit)), Good, Now).Refusals.Single().Stage.ShouldBe("policy.statement.role");

    [Theory]
    [InlineData("unit:u1", "u1", "o1", true)]
    [InlineData("unit:u1", "u2", "o1", false)]
    [InlineData("unit:u1", null, "o1", true)]
    [InlineData("unit:u1", null, "o2", false)]
    [InlineData("organ:o1", null, "o1", true)]
    [InlineData("organ:o1", null, "o2", false)]
    [InlineData("organ:o1", "u1", "o1", false)]
    [InlineData("person:p2", null, "o1", false)]
    public void The_role_must_reach_the_subject(string subject, string? unit, string organ, bool allowed) =>
        SignStatement.Decide(State(Holder("MAYOR", organ, unit)), Good with { Subject = subject }, Now).IsOk.ShouldBe(allowed);

    [Theory]
    [InlineData("2026-06-15", false)]
    [InlineData("2026-06-16", true)]
    [InlineData("2027-06-16", true)]
    [InlineData("2027-06-17", false)]
    public void It_ends_within_a_year(string until, bool allowed) =>
        SignStatement.Decide(State(Holder("MAYOR", "", null)), Good with { ValidTo = DateOnly.Parse(until, System.Globalization.CultureInfo.InvariantCulture) }, Now).IsOk.ShouldBe(allowed);

    [Fact]
    public void All_that_is_wrong_is_said_at_once()
    {
        var wrong = Good with { Asserted = "exception", Text = "短い", EvidenceRef = "", ValidTo = new DateOnly(2020, 1, 1) };
        SignStatement.Decide(State(Holder("MAYOR", "", null)), wrong, Now).Refusals.Select(r => r.Field).ShouldBe(["asserted", "text", "evidence", "until"]);
    }

    [Fact]
    public void An_unknown_control_is_refused() =>
        SignStatement.Decide(State(Holder("MAYOR", "", null)) with { Control = null }, Good, Now).Refusals.Single().Field.ShouldBe("control");

    private static SignStatement.State State(params RoleHolder[] held) => new(ContentFiles.Catalogue["ORG-03"], "p1", held, "o1");
    private static RoleHolder Holder(string role, string organ, string? unit) => new(new RoleCode(role), organ, unit, "p1", null, "post", new DateOnly(2026, 1, 1), null, false);
}
