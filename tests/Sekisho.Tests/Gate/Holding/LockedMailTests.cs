using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Sekisho.Gate.Holding;
using Sekisho.Gate.Model;
using Sekisho.Kernel;
using Sekisho.Kernel.Workers;
using Sekisho.Platform;
using Sekisho.Tests.Support;

namespace Sekisho.Tests.Gate.Holding;

/// <summary>A mail held for a password, opened by typing it.</summary>
public sealed class LockedMailTests : IAsyncLifetime
{
    private const string Right = "himitsu-7F3A";
    private readonly GateDatabase gate = new();

    public async Task InitializeAsync()
    {
        await gate.InitializeAsync();
        gate.Workers.Sanitise = (options, _) => options.GetValueOrDefault("password") == Right
            ? ScriptedWorkers.Reply(Outcome.Cleaned, "clean and opened")
            : ScriptedWorkers.Reply(Outcome.Held, "clean with note") with { Findings = [new Finding("ZP-07", FindingAction.Held, "1", 1, new Dictionary<string, string>())] };
    }

    public Task DisposeAsync() => gate.DisposeAsync();

    private IEnumerable<string> Arrived => gate.Next.Intake.Mails.Select(m => Encoding.UTF8.GetString(m.Bytes));

    private async Task<string> HeldAsync()
    {
        var id = await gate.AcceptAsync();
        await gate.RunJobsAsync();
        (await gate.MailAsync(id)).State.ShouldBe(MailState.Held);
        return id;
    }

    private Task<Result<bool>> TypeAsync(string id, string password, Guid? form = null) =>
        gate.Services.GetRequiredService<LockedMail>().OpenAsync(form ?? IdSource.Random.Next(), Actor.Service("test"), id, password, CancellationToken.None);

    [Fact, MatrixRow("ZP-07")]
    public async Task The_right_password_opens_the_mail_and_delivers_it()
    {
        var id = await HeldAsync();
        (await TypeAsync(id, Right)).IsOk.ShouldBeTrue();
        await gate.RunJobsAsync();
        (await gate.MailAsync(id)).State.ShouldBe(MailState.Delivered);
        Arrived.ShouldHaveSingleItem().TrimEnd().ShouldBe("clean and opened");
        (await TypeAsync(id, Right)).Refusals.Single().Stage.ShouldBe("mail.not-held");
    }

    [Fact, MatrixRow("ZP-07")]
    public async Task What_the_policy_wants_locked_again_is_locked_by_the_second_worker_or_not_delivered()
    {
        var plain = gate.Workers.Sanitise;
        gate.Workers.Sanitise = (options, text) => plain(options, text) is { Value.Outcome: Outcome.Cleaned } opened
            ? opened.Value with { Details = new Dictionary<string, string>(opened.Value.Details) { [WorkerDetails.Lock] = "*" } } : plain(options, text);
        var id = await HeldAsync();
        (await TypeAsync(id, Right)).IsOk.ShouldBeTrue();
        await gate.RunJobsAsync();
        Arrived.ShouldHaveSingleItem().TrimEnd().ShouldBe("locked with " + Right + ": clean and opened");
        // A second worker that accepts and does not lock: nothing goes on.
        gate.Workers.NeverLocks = true;
        id = await HeldAsync();
        (await TypeAsync(id, Right)).IsOk.ShouldBeTrue();
        await gate.RunJobsAsync();
        (await gate.MailAsync(id)).State.ShouldBe(MailState.Held);
        Arrived.Count().ShouldBe(1);
    }

    [Fact, MatrixRow("ZP-07", "LM-21")]
    public async Task A_wrong_password_says_so_and_after_five_the_mail_is_locked_for_a_while()
    {
        var id = await HeldAsync();
        var form = IdSource.Random.Next();
        // The same form again and again is no way round the count.
        for (var i = 0; i < 5; i++) (await TypeAsync(id, "guess" + i, form)).Refusals.Single().Stage.ShouldBe("password.wrong");
        (await TypeAsync(id, Right, form)).Refusals.Single().Stage.ShouldBe("password.locked");
        Arrived.ShouldBeEmpty();
        gate.Time.Advance(TimeSpan.FromMinutes(10));
        (await TypeAsync(id, Right, form)).IsOk.ShouldBeTrue();
    }

    [Theory, MatrixRow("LM-21", NearMiss = true), InlineData("")]
    public async Task Nothing_typed_is_no_try(string password)
    {
        var id = await HeldAsync();
        (await TypeAsync(id, password)).Refusals.Single().Stage.ShouldBe("password.missing");
        (await gate.MailAsync(id)).PasswordTries.ShouldBe(0);
    }

    /// <summary>Every record about the mail, whole, and every row of the gate.</summary>
    [Fact, MatrixRow("ZP-07")]
    public async Task The_password_stands_in_no_record_and_no_row()
    {
        var id = await HeldAsync();
        await TypeAsync(id, "wrong-9C1D");
        (await TypeAsync(id, Right)).IsOk.ShouldBeTrue();
        await gate.RunJobsAsync();
        (await gate.FactsOfAsync(id)).Select(f => f.Name).ShouldContain(HeldMails.PasswordTried);
        await using var connection = await gate.Database.Source.OpenConnectionAsync();
        foreach (var table in await TextsAsync(connection))
            foreach (var secret in (string[])[Right, "wrong-9C1D"]) table.ShouldNotContain(secret);
    }

    private static async Task<List<string>> TextsAsync(System.Data.Common.DbConnection connection)
    {
        var texts = new List<string>();
        await using var command = connection.CreateCommand();
        command.CommandText = "select query_to_xml(format('select * from %I.%I', table_schema, table_name), true, false, '')::text from information_schema.tables where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')";
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync()) texts.Add(rows.GetString(0));
        texts.Count.ShouldBeGreaterThan(20);
        return texts;
    }
}
