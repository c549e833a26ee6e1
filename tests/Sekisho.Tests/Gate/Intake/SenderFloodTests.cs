using Sekisho.Gate.Model;
using Sekisho.Kernel;
using Sekisho.Tests.Support;

namespace Sekisho.Tests.Gate.Intake;

public sealed class SenderFloodTests : IAsyncLifetime
{
    private readonly GateDatabase gate = new() { FilesPerHour = 3, HeldPerSender = 2 };
    public Task InitializeAsync() => gate.InitializeAsync();
    public Task DisposeAsync() => gate.DisposeAsync();

    [Fact, MatrixRow("LM-20")]
    public async Task One_sender_waits_who_sends_too_much_in_an_hour()
    {
        for (var i = 0; i < 3; i++) await gate.AcceptAsync();
        (await gate.OfferAsync("a@example.org")).Refusals.Single().Stage.ShouldBe("mail.too-many");
        (await gate.OfferAsync("b@example.org")).IsOk.ShouldBeTrue("others are not hindered");
        gate.Time.Advance(TimeSpan.FromMinutes(61));
        (await gate.OfferAsync("a@example.org")).IsOk.ShouldBeTrue("an hour later there is room again");
    }

    [Fact, MatrixRow("LM-20")]
    public async Task One_sender_waits_whose_mails_fill_the_list_of_held_ones()
    {
        gate.Workers.Sanitise = (_, _) => ScriptedWorkers.Reply(Outcome.Held, "with note");
        for (var i = 0; i < 2; i++) await gate.AcceptAsync();
        await gate.RunJobsAsync();
        gate.Time.Advance(TimeSpan.FromHours(3));
        (await gate.OfferAsync("a@example.org")).Refusals.Single().Stage.ShouldBe("mail.too-many");
    }

    [Fact, MatrixRow("LM-20", NearMiss = true)]
    public async Task Bounces_have_no_sender_to_count()
    {
        for (var i = 0; i < 5; i++) (await gate.OfferAsync("")).IsOk.ShouldBeTrue();
    }
}
