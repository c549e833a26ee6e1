using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Sekisho.Gate;
using Sekisho.Gate.Intake;
using Sekisho.Gate.Model;
using Sekisho.Gate.Scanning;
using Sekisho.Gate.Smtp;
using Sekisho.Kernel;
using Sekisho.Kernel.Ledger;
using Sekisho.Kernel.Sanitising;
using Sekisho.Organisation;
using Sekisho.Organisation.Import;
using Sekisho.Organisation.Store;
using Sekisho.Platform.Workers;
using Sekisho.Tests.Support;

namespace Sekisho.Tests.Gate;

/// <summary>The gate on a real database with scripted workers and scanner. The journeys use the real ones.</summary>
public sealed class GateDatabase : TestDatabase
{
    internal ScriptedWorkers Workers { get; } = new();
    internal ScriptedScanner Scanner { get; } = new();
    internal CollectingNextServer Next { get; } = new();
    internal bool HasRelay { get; init; } = true;
    internal int FilesPerHour { get; init; } = 500;
    internal SanitisePolicy Policy { get; init; } = SanitisePolicy.Default;
    internal int HeldPerSender { get; init; } = 200;

    protected override void Configure(IServiceCollection collection)
    {
        Next.Start();
        var options = new GateOptions
        {
            SmtpPort = 1, Domains = ["city.sekisho.example"], Relay = HasRelay ? new MailRoute("127.0.0.1", Next.Port) : null, Scanner = ScannerOptions.At("/nonexistent"),
            Policy = Policy, FilesPerHour = FilesPerHour, HeldPerSender = HeldPerSender,
        };
        collection.AddSingleton<IWorkers>(Workers);
        GateModule.AddOptions(collection, options);
        new GateModule().Register(collection);
        new OrganisationModule().Register(collection);
        collection.AddSingleton<IScanner>(Scanner).AddSingleton<MailIntake>();
    }

    protected override async Task StartedAsync()
    {
        var import = new ImportRoster(SomeAddresses.Files);
        (await import.RunAsync(Services.GetRequiredService<RosterCommands>(), IdSource.Random.Next(), Sekisho.Platform.Actor.Service("test"), CancellationToken.None)).IsOk.ShouldBeTrue();
    }

    internal Task<string> AcceptAsync(string text = "Subject: x\r\n\r\nhello\r\n") => AcceptAsync(text, "x@city.sekisho.example");

    internal async Task<string> AcceptAsync(string text, params string[] recipients)
    {
        var mail = new IncomingMail("192.0.2.1", "peer", "a@example.org", recipients, System.Text.Encoding.UTF8.GetBytes(text), Time.GetUtcNow(), false);
        return (await Services.GetRequiredService<MailIntake>().AcceptAsync(mail, CancellationToken.None)).Value;
    }

    internal Task<Result<string>> OfferAsync(string sender) => Services.GetRequiredService<MailIntake>().AcceptAsync(
        new IncomingMail("192.0.2.1", "peer", sender, ["x@city.sekisho.example"], "Subject: x\r\n\r\nhello\r\n"u8.ToArray(), Time.GetUtcNow(), false), CancellationToken.None);

    internal async Task<Mail> MailAsync(string id)
    {
        await using var read = await Database.ReadAsync(CancellationToken.None);
        return await read.Context<GateContext>().Mails.SingleAsync(m => m.Id == id);
    }

    internal async Task<IReadOnlyList<SealedRecord>> FactsOfAsync(string id)
    {
        await SealAsync();
        var found = new List<SealedRecord>();
        await foreach (var record in Ledger.ReadAsync(0, null, CancellationToken.None))
            if (record.Text("message_id") == id) found.Add(record);
        return found;
    }
}
