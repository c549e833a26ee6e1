using System.Collections.Frozen;
using Npgsql;

namespace Sekisho.Platform;

/// <summary>
/// The interceptor of rule T4: a command that changed a table with business state and wrote no ledger record is refused. The question is put to
/// PostgreSQL (which tables this transaction holds a writer's lock on), so raw SQL is seen as well as EF.
/// </summary>
internal sealed class UnrecordedTables(IEnumerable<ModuleSchema> modules)
{
    private const string Sql = """
        select distinct n.nspname || '.' || coalesce(p.relname, c.relname)
        from pg_locks l join pg_class c on c.oid = l.relation join pg_namespace n on n.oid = c.relnamespace
        left join pg_inherits i on i.inhrelid = c.oid left join pg_class p on p.oid = i.inhparent
        where l.pid = pg_backend_pid() and l.mode = 'RowExclusiveLock' and l.locktype = 'relation' and c.relkind in ('r', 'p')
          and l.database = (select oid from pg_database where datname = current_database()) and n.nspname <> 'pg_catalog'
        """;

    private readonly FrozenSet<string> exempt = modules.SelectMany(m => m.UnrecordedTables).ToFrozenSet(StringComparer.Ordinal);

    /// <exception cref="InvalidOperationException">A table outside the approved list was changed.</exception>
    public async Task RequireNoneAsync(UnitOfWork work, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(Sql, work.Connection, work.Transaction);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var changed = new List<string>();
        while (await reader.ReadAsync(ct))
            if (!exempt.Contains(reader.GetString(0))) changed.Add(reader.GetString(0));
        if (changed.Count > 0)
            throw new InvalidOperationException($"Command {work.CommandName} changed {string.Join(", ", changed.Order(StringComparer.Ordinal))} and wrote no ledger record.");
    }
}
