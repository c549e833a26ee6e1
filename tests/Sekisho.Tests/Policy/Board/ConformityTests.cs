using Sekisho.Kernel;
using Sekisho.Kernel.Facts.Gate;
using Sekisho.Kernel.Facts.Organisation;
using Sekisho.Kernel.Facts.Policy;
using Sekisho.Kernel.Facts.Watch;
using Sekisho.Kernel.Verdicts;
using Sekisho.Policy.Board;

namespace Sekisho.Tests.Policy.Board;

/// <summary>From a fact in the ledger to a verdict in the ledger.</summary>
public sealed class ConformityTests : IAsyncLifetime
{
    private readonly ConformityDatabase db = new();
    public Task InitializeAsync() => db.InitializeAsync();
    public Task DisposeAsync() => db.DisposeAsync();

    private static readonly ScopeConfigured Route = new("route", "mail", null, "Z_INET", "Z_LGWAN", true, null, "confirmed");
    private static OrgRoleAppointed Ciso(DateOnly? to = null) => new("CISO", "統括責任者", PersonId: "p1", Basis: "post", ValidFrom: new DateOnly(2026, 1, 1), ValidTo: to);

    [Fact]
    public async Task A_new_fact_changes_the_verdict_at_once_and_is_told_once()
    {
        await db.SealAsync();
        (await db.VerdictsAsync("art1")).Single().Text("verdict").ShouldBe("unknown");

        await db.FactAsync(Ciso());
        await db.SealAsync();
        await db.SealAsync();
        await db.SealAsync();

        var told = await db.VerdictsAsync("art1");
        told.Select(v => v.Text("verdict")).ShouldBe(["unknown", "conforming"]);
        told[^1].List("control_verdicts").ShouldBe(["ORG-03=conforming"]);
        told[^1].Text("doc_id").ShouldBe("tst-policy");
        (await db.BoardAsync()).Result.Articles[0].City.Verdict.ShouldBe(Verdict.Conforming);
    }

    [Fact]
    public async Task A_verdict_is_told_again_once_a_day()
    {
        await db.SealAsync();
        await db.SealAsync();
        db.Time.Advance(TimeSpan.FromHours(22));
        await db.Clock.TickAsync(default);
        (await db.VerdictsAsync("art1")).Count.ShouldBe(1);

        db.Time.Advance(TimeSpan.FromHours(1));
        await db.Clock.TickAsync(default);
        await db.Clock.TickAsync(default);
        (await db.VerdictsAsync("art1")).Count.ShouldBe(2);
    }

    [Fact]
    public async Task The_end_of_a_period_needs_no_fact()
    {
        await db.FactAsync(Ciso(JapanTime.Day(db.Time.GetUtcNow()).AddDays(1)));
        await db.SealAsync();
        (await db.VerdictsAsync("art1"))[^1].Text("verdict").ShouldBe("conforming");
        db.Time.Advance(TimeSpan.FromDays(1));
        await db.Clock.TickAsync(default);
        (await db.VerdictsAsync("art1"))[^1].Text("verdict").ShouldBe("unknown");
    }

    [Fact]
    public async Task The_mail_that_broke_the_rule_is_named()
    {
        await db.FactAsync(Route, new SecurityFunctionChecked("gate.mail", "sekisho-gate", "passed"));
        await db.FactAsync(new MailAccepted("mail-77", "Z_INET", "Z_LGWAN"), new MailReleased("mail-77", "Z_INET", "Z_LGWAN"));
        await db.SealAsync();
        var control = (await db.BoardAsync()).Result.Controls["SAN-01"];
        control.City.Verdict.ShouldBe(Verdict.NonConforming);
        control.Targets.Single().Reason.Sentence.ShouldNotBeNull().ShouldContain("mail-77");
        control.Targets.Single().Reason.Evidence.ShouldContain(e => e.Name == "mail.released");
    }

    [Fact]
    public async Task A_past_day_is_shown_as_it_was()
    {
        var day = JapanTime.Day(db.Time.GetUtcNow());
        await db.SealAsync();
        await db.Sealer.SealAsync(default);
        var then = await db.BoardAsync();
        db.Time.Advance(TimeSpan.FromDays(2));
        await db.FactAsync(Ciso());
        await db.SealAsync();

        var past = await db.BoardAsync(day);
        past.Day.ShouldBe(day);
        past.Result.Articles[0].City.Verdict.ShouldBe(Verdict.Unknown);
        past.Result.Articles.Select(a => a.City.Verdict).Take(2).ShouldBe(then.Result.Articles.Select(a => a.City.Verdict).Take(2));
        (await db.BoardAsync(day)).Result.InputDigest.ShouldBe(past.Result.InputDigest);
        (await db.BoardAsync()).Result.Articles[0].City.Verdict.ShouldBe(Verdict.Conforming);
        past.Result.LeafCount.ShouldBeLessThan((await db.BoardAsync()).Result.LeafCount);
    }

    [Fact]
    public async Task The_check_of_the_checks_follows_without_turning_in_circles()
    {
        for (var i = 0; i < 5; i++)
        {
            await db.SealAsync();
            db.Time.Advance(TimeSpan.FromMinutes(1));
            await db.Clock.TickAsync(default);
        }
        var told = await db.VerdictsAsync("art3");
        told.Select(v => v.Text("verdict")).ShouldBe(["unknown", "partial"]);
        told.ShouldAllBe(v => v.Text("base_verdict") == "not_applicable");
    }

    [Fact]
    public async Task A_judge_that_cannot_answer_says_so()
    {
        await db.SealAsync();
        await db.SealAsync();
        await db.SqlAsync("update policy.pack set content = 'broken', digest = 'x'");
        db.Time.Advance(TimeSpan.FromMinutes(1));
        await db.Clock.TickAsync(default);
        await db.Clock.TickAsync(default);
        var told = await db.VerdictsAsync("art1");
        told.Select(v => v.Text("base_verdict")).ShouldBe(["unknown", "failed"]);
    }

    [Theory]
    [InlineData("insert into policy.parameter_change (id, batch_id, control_id, name, value, basis, requested_by, requested_at, approved_at, row_version) values (gen_random_uuid(), gen_random_uuid(), 'ORG-02', 'vacancy_grace', '900日', 'x', 'p', now(), now(), 1)")]
    [InlineData("update policy.pack set content = replace(content, 'ORG-10', 'ORG-03'), digest = 'made by nobody'")]
    public async Task What_nobody_decided_makes_no_verdict(string tampering)
    {
        await db.FactAsync(Ciso());
        await db.SealAsync();
        (await db.VerdictsAsync("art1"))[^1].Text("verdict").ShouldBe("conforming");
        await db.SqlAsync(tampering);
        db.Time.Advance(TimeSpan.FromMinutes(1));
        await db.Clock.TickAsync(default);
        (await db.VerdictsAsync("art1"))[^1].Text("base_verdict").ShouldBe("failed");
        (await db.VerdictsAsync("art4"))[^1].Text("verdict").ShouldBe("unmeasurable", "nothing turns green by it");
        await Should.ThrowAsync<InvalidOperationException>(() => db.BoardAsync());
    }

    [Fact]
    public async Task A_clock_set_back_makes_no_old_probe_young()
    {
        await db.FactAsync(Route, new MailAccepted("mail-1", "Z_INET", "Z_LGWAN"), new MailSanitised("mail-1", BodyToText: true, Outcome: "cleaned"), new SecurityFunctionChecked("gate.mail", "sekisho-gate", "passed"));
        await db.SealAsync();
        (await db.BoardAsync()).Result.Controls["SAN-01"].City.Verdict.ShouldBe(Verdict.Conforming);
        var then = db.Time.GetUtcNow();
        db.Time.Advance(TimeSpan.FromMinutes(20));
        await db.FactAsync(Ciso());
        await db.SealAsync();

        db.Time.Set(then.AddMinutes(5));
        (await db.BoardAsync()).Result.Controls["SAN-01"].City.Verdict.ShouldBe(Verdict.Unmeasurable);
    }

    [Theory]
    [InlineData("mail.released", "leaf where number = {0}")]
    [InlineData("security_function.checked", "leaf where number = {0}")]
    [InlineData("mail.released", "record where id = (select record_id from platform.leaf where number = {0})")]
    public async Task A_ledger_with_a_record_taken_out_is_judged_no_more(string name, string gone)
    {
        await db.FactAsync(Route, new MailReleased("mail-1", "Z_INET", "Z_LGWAN"), new MailAccepted("mail-1", "Z_INET", "Z_LGWAN"), new SecurityFunctionChecked("gate.mail", "sekisho-gate", "passed"));
        await db.SealAsync();
        var leaf = 0L;
        await foreach (var record in db.Ledger.ReadAsync(0)) if (record.Name == name) leaf = record.Leaf;
        await db.SqlAsync("set session_replication_role = replica; delete from platform." + string.Format(System.Globalization.CultureInfo.InvariantCulture, gone, leaf) + "; set session_replication_role = origin");

        using var state = new ConformityState(db.Ledger);
        using var held = await state.LockAsync(default);
        await state.CatchUpAsync(default);
        var applied = (await db.BoardAsync()).Applied;
        Should.Throw<InvalidOperationException>(() => state.Judge(applied, db.Time.GetUtcNow())).Message.ShouldContain(leaf.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }
}
