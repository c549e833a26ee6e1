using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Sekisho.Gate;
using Sekisho.Gate.Delivery;
using Sekisho.Gate.Scanning;
using Sekisho.Kernel;
using Sekisho.Platform;

namespace Sekisho.Tests.Gate.Delivery;

/// <summary>A city without a relay takes mail and keeps it; the first start with one sends it on.</summary>
public sealed class WaitingDeliveriesTests : IAsyncLifetime
{
    private readonly GateDatabase gate = new() { HasRelay = false };
    public Task InitializeAsync() => gate.InitializeAsync();
    public Task DisposeAsync() => gate.DisposeAsync();

    [Fact]
    public async Task A_mail_that_waited_for_a_relay_goes_out_once_when_there_is_one()
    {
        var id = await gate.AcceptAsync();
        await gate.RunJobsAsync();
        (await StateAsync(id)).ShouldBe("no-relay");
        (await ResumeAsync(null)).ShouldBe(0);
        gate.Next.Intake.Mails.ShouldBeEmpty();

        // A relay that was named wrongly at first is left for the right one.
        (await ResumeAsync(new MailRoute("192.0.2.9", 25))).ShouldBe(1);
        var relay = new MailRoute("127.0.0.1", gate.Next.Port);
        (await ResumeAsync(relay)).ShouldBe(1);
        (await ResumeAsync(relay)).ShouldBe(0);
        await gate.RunJobsAsync();
        (await StateAsync(id)).ShouldBe("delivered");
        gate.Next.Intake.Mails.Count.ShouldBe(1);
        (await gate.FactsOfAsync(id)).Count(f => f.Name == WaitingDeliveries.Queued).ShouldBe(2);
    }

    private async Task<int> ResumeAsync(MailRoute? relay)
    {
        var options = new GateOptions { SmtpPort = 1, Domains = ["city.sekisho.example"], Relay = relay, Scanner = ScannerOptions.At("/nonexistent") };
        using var waiting = new WaitingDeliveries(options, gate.Services.GetRequiredService<CommandRunner>(), IdSource.Random, gate.Time, NullLogger<WaitingDeliveries>.Instance);
        return (await waiting.ResumeAsync(CancellationToken.None)).Value;
    }

    private async Task<string> StateAsync(string id) => (string)(await gate.SqlAsync($"select state from gate.delivery where mail_id = '{id}'"))!;
}
