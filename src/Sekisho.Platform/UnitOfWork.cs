using Microsoft.EntityFrameworkCore;
using Npgsql;
using Sekisho.Kernel;
using Sekisho.Kernel.Facts;
using Sekisho.Platform.Ledger;

namespace Sekisho.Platform;

/// <summary>
/// One command: one connection, one transaction, the rows it changes and the ledger records that say so (rule T4).
/// Not thread-safe. Nothing is visible to others before the runner commits.
/// </summary>
public sealed class UnitOfWork
{
    private readonly Dictionary<Type, ModuleContext> contexts = [];
    private readonly AuditNames auditNames;

    internal UnitOfWork(Guid commandId, string name, Actor actor, DateTimeOffset now, IdSource ids, NpgsqlConnection connection, NpgsqlTransaction transaction, AuditNames auditNames)
    {
        (CommandId, CommandName, Actor, Now, Ids) = (commandId, name, actor, now, ids);
        (Connection, Transaction, this.auditNames) = (connection, transaction, auditNames);
    }

    public Guid CommandId { get; }
    /// <summary>The command's name; also the source of the facts it writes.</summary>
    public string CommandName { get; }
    public Actor Actor { get; }
    /// <summary>The one instant of this command, UTC, cut to microseconds.</summary>
    public DateTimeOffset Now { get; }
    public IdSource Ids { get; }
    public NpgsqlConnection Connection { get; }
    public NpgsqlTransaction Transaction { get; }

    internal List<PendingRecord> Records { get; } = [];
    internal List<PendingJob> Jobs { get; } = [];
    internal List<Notifications.PendingNotification> Notifications { get; } = [];
    internal List<Func<CancellationToken, Task>> Before { get; } = [];

    /// <summary>The module's context inside this transaction; the same one on every call.</summary>
    public TContext Context<TContext>() where TContext : ModuleContext
    {
        if (!contexts.TryGetValue(typeof(TContext), out var context))
            contexts[typeof(TContext)] = context = Contexts.Create<TContext>(Connection, Transaction, QueryTrackingBehavior.TrackAll);
        return (TContext)context;
    }

    /// <summary>Writes an evidence fact; its targets follow from its payload. <paramref name="occurredAt"/> is business time, by default now.</summary>
    /// <returns>The record's id.</returns>
    public Guid Fact(IFact fact, DateTimeOffset? occurredAt = null) => Add(PendingRecord.Of(fact, occurredAt ?? Now));

    /// <summary>Writes an audit record. <paramref name="payload"/> holds ids, codes and counts; names and free text go to <paramref name="side"/>, which can be erased (rule T5).</summary>
    /// <exception cref="InvalidOperationException">The name is in no module's approved list.</exception>
    public Guid Audit(string name, IReadOnlyDictionary<string, object> payload, IReadOnlyDictionary<string, string>? side = null, params TargetRef[] targets)
    {
        auditNames.Require(name);
        return Add(PendingRecord.Audit(name, payload, side, targets, Now));
    }

    /// <summary>Queues a job that becomes visible when this command commits.</summary>
    /// <returns>The job's id.</returns>
    public Guid Enqueue(string jobKind, string argsJson, DateTimeOffset? notBefore = null)
    {
        var job = new PendingJob(Ids.Next(), jobKind, argsJson, notBefore ?? Now);
        Jobs.Add(job);
        return job.Id;
    }

    /// <summary>Tells a person something in the application. <paramref name="key"/> is a resource key; sentences are made when shown.</summary>
    public void Notify(string personId, string key, IReadOnlyDictionary<string, string> args, string? link) =>
        Notifications.Add(new(Ids.Next(), personId, key, args, link));

    /// <summary>Writes the contexts' changes now, inside the transaction, so that a later query of the same command sees them.</summary>
    public async Task SaveAsync(CancellationToken ct)
    {
        foreach (var context in contexts.Values)
        {
            context.MaySave = true;
            try { await context.SaveChangesAsync(ct); }
            finally { context.MaySave = false; }
        }
    }

    internal async Task DisposeContextsAsync()
    {
        foreach (var context in contexts.Values) await context.DisposeAsync();
    }

    private Guid Add(PendingRecord record)
    {
        var id = Ids.Next();
        Records.Add(record with { Id = id });
        return id;
    }
}
