using Npgsql;
using Sekisho.Kernel;
using Sekisho.Organisation.Model;
using Sekisho.Platform;

namespace Sekisho.Organisation.Store;

/// <summary>
/// The one way a roster changes: read it whole, let a pure decision make the next one, write the difference, derive roles anew, tell the ledger
/// what changed. One at a time by an advisory lock, because every decision and derivation sees the whole.
/// </summary>
public sealed class RosterCommands(CommandRunner runner)
{
    private const long LockKey = 0x5345_4B49_4F52_4701;

    /// <summary>Runs <paramref name="decide"/>; its audit record is written even when nothing else changed.</summary>
    internal Task<Result<T>> RunAsync<T>(
        Guid commandId, string name, Actor actor, Func<Roster, DateTimeOffset, Result<Decided<T>>> decide, CancellationToken ct) =>
        runner.RunAsync<T>(commandId, name, actor, async (work, token) =>
        {
            await LockAsync(work, token);
            var db = work.Context<OrganisationContext>();
            var before = await RosterReader.ReadAsync(db, token);
            var decided = decide(before, work.Now);
            if (!decided.IsOk) return decided.As<T>();
            await ApplyAsync(work, db, before, decided.Value.Next, token);
            var audit = decided.Value.Audit;
            work.Audit(audit.Name, audit.Payload, null, [.. audit.Targets]);
            return decided.Value.Answer;
        }, ct);

    internal static async Task LockAsync(UnitOfWork work, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("select pg_advisory_xact_lock($1)", work.Connection, work.Transaction) { Parameters = { new() { Value = LockKey } } };
        await command.ExecuteNonQueryAsync(ct);
    }

    internal static async Task ApplyAsync(UnitOfWork work, OrganisationContext db, Roster before, Roster after, CancellationToken ct)
    {
        var changes = RosterChanges.Between(before, after);
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        foreach (var row in changes.Added) db.Add(row);
        foreach (var row in changes.Changed) db.Update(row);
        foreach (var row in changes.Removed) db.Remove(row);
        foreach (var (fact, occurredAt) in RosterFacts.Of(changes, after, work.Now)) work.Fact(fact, occurredAt);
        await DerivedRoles.SyncAsync(work, db, after, ct);
    }
}
