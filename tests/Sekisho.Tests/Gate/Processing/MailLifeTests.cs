using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Sekisho.Gate.Holding;
using Sekisho.Gate.Intake;
using Sekisho.Gate.Model;
using Sekisho.Gate.Processing;
using Sekisho.Gate.Smtp;
using Sekisho.Kernel;
using Sekisho.Platform.Workers;
using Sekisho.Tests.Support;

namespace Sekisho.Tests.Gate.Processing;

/// <summary>The life of a mail, and every way it can go wrong: the next server must see nothing but verified results.</summary>
public sealed class MailLifeTests : IAsyncLifetime
{
    private readonly GateDatabase gate = new();
    public Task InitializeAsync() => gate.InitializeAsync();
    public Task DisposeAsync() => gate.DisposeAsync();

    private IEnumerable<string> Arrived => gate.Next.Intake.Mails.Select(m => Encoding.UTF8.GetString(m.Bytes));

    [Fact, MatrixRow("ID-11", NearMiss = true)]
    public async Task A_mail_is_kept_treated_verified_delivered_and_every_step_is_a_fact()
    {
        var id = await gate.AcceptAsync();
        await gate.RunJobsAsync();
        (await gate.MailAsync(id)).State.ShouldBe(MailState.Delivered);
        Arrived.ShouldHaveSingleItem().ShouldStartWith("clean: ");
        (await gate.FactsOfAsync(id)).Select(f => f.Name).ShouldBe(
            ["mail.accepted", "file.original.held", "file.scanned", "file.scanned", "mail.sanitised", "gate.delivery.delivered", "mail.released"], ignoreOrder: true);
    }

    [Fact]
    public async Task Without_a_sandbox_nothing_is_taken_in()
    {
        gate.Workers.State = new SandboxState(false, ["network"], "", DateTimeOffset.UnixEpoch);
        var mail = new IncomingMail("192.0.2.1", "p", "a@example.org", ["x@city.sekisho.example"], [1], gate.Time.GetUtcNow(), false);
        (await gate.Services.GetRequiredService<MailIntake>().AcceptAsync(mail, default)).Refusals.Single().Stage.ShouldBe("sandbox.unavailable");
    }

    public static TheoryData<string, string> Failures => new()
    {
        { "worker died", "worker.died" }, { "worker lied", "worker.protocol" }, { "verifier died", "worker.died" }, { "verifier refused", "verify.refused" },
        { "scanner away", "scanner.unavailable" }, { "output infected", "scanner.output" }, { "part held", "part.held" }, { "store lost", "content.unavailable" },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task A_failure_holds_the_mail_with_its_reason_and_nothing_goes_out(string failure, string stage)
    {
        Script(failure);
        var id = await gate.AcceptAsync();
        if (failure == "store lost") Directory.Delete(gate.PlatformOptions.ContentFolder, recursive: true);
        await gate.RunJobsAsync();
        var mail = await gate.MailAsync(id);
        (mail.State, mail.HoldStage).ShouldBe((MailState.Held, stage));
        mail.HoldReason.ShouldNotBeNullOrEmpty();
        mail.HoldAdvice.ShouldNotBeNullOrEmpty();
        Arrived.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_infected_attachment_is_taken_out_and_the_mail_goes_on()
    {
        gate.Workers.Sanitise = (options, _) => options["block"].Length == 0
            ? ScriptedWorkers.Reply(Outcome.Clean, "clean with attachment", "VIRUS", "harmless")
            : ScriptedWorkers.Reply(Outcome.Cleaned, "clean without " + options["block"]);
        var id = await gate.AcceptAsync("has VIRUS inside\r\n");
        await gate.RunJobsAsync();
        (await gate.MailAsync(id)).State.ShouldBe(MailState.Delivered);
        Arrived.Single().ShouldContain(Digest.OfText("VIRUS").Hex);
        Arrived.Single().ShouldNotContain(Digest.OfText("harmless").Hex);
    }

    [Fact, MatrixRow("BN-01")]
    public async Task An_infection_nobody_can_place_blocks_the_mail()
    {
        var id = await gate.AcceptAsync("VIRUS somewhere\r\n");
        await gate.RunJobsAsync();
        (await gate.MailAsync(id)).State.ShouldBe(MailState.Blocked);
        Arrived.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_next_server_that_is_busy_gets_the_mail_later()
    {
        gate.Next.Intake.Refuse = new Refusal("busy", "x", "y");
        var id = await gate.AcceptAsync();
        await gate.RunJobsAsync();
        (await gate.MailAsync(id)).State.ShouldBe(MailState.Sending);
        gate.Next.Intake.Refuse = null;
        gate.Time.Advance(TimeSpan.FromHours(2));
        await gate.RunJobsAsync();
        (await gate.MailAsync(id)).State.ShouldBe(MailState.Delivered);
        Arrived.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_held_mail_can_be_released_as_verified_or_discarded_once()
    {
        Script("part held");
        var id = await gate.AcceptAsync();
        await gate.RunJobsAsync();
        var held = gate.Services.GetRequiredService<HeldMails>();
        (await gate.RunAsync("t", (w, ct) => held.ReleaseAsync(w, id, "A-1", ct))).IsOk.ShouldBeTrue();
        (await gate.RunAsync("t", (w, ct) => held.DiscardAsync(w, id, 1, ct))).Refusals.Single().Stage.ShouldBe("mail.not-held");
        await gate.RunJobsAsync();
        Arrived.ShouldHaveSingleItem().TrimEnd().ShouldBe("clean with note");
        var released = (await gate.FactsOfAsync(id)).Single(r => r.Name == "mail.released");
        released.Text("approval_ref").ShouldBe("A-1");
    }

    [Fact]
    public async Task A_mail_held_for_the_scanner_goes_through_when_it_is_back()
    {
        Script("scanner away");
        var id = await gate.AcceptAsync();
        await gate.RunJobsAsync();
        gate.Scanner.Away = false;
        var version = (await gate.MailAsync(id)).RowVersion;
        (await gate.RunAsync("t", (w, ct) => gate.Services.GetRequiredService<HeldMails>().ReprocessAsync(w, id, version, ct))).IsOk.ShouldBeTrue();
        await gate.RunJobsAsync();
        (await gate.MailAsync(id)).State.ShouldBe(MailState.Delivered);
    }

    private void Script(string failure)
    {
        switch (failure)
        {
            case "worker died": gate.Workers.Sanitise = (_, _) => WorkerRefusals.Died; break;
            case "worker lied": gate.Workers.Sanitise = (_, _) => WorkerRefusals.Protocol; break;
            case "verifier died": gate.Workers.Verify = _ => WorkerRefusals.Died; break;
            case "verifier refused": gate.Workers.Verify = _ => ScriptedWorkers.Reply(Outcome.Blocked, null); break;
            case "scanner away": gate.Scanner.Away = true; break;
            case "output infected": gate.Workers.Sanitise = (_, _) => ScriptedWorkers.Reply(Outcome.Clean, "VIRUS made by a mad worker"); break;
            case "part held": gate.Workers.Sanitise = (_, _) => ScriptedWorkers.Reply(Outcome.Held, "clean with note"); break;
        }
    }
}
