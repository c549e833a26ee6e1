using Npgsql;

namespace Sekisho.Platform.Setup;

/// <summary>
/// Brings every schema to the newest migration: one advisory lock for all, one transaction a file, history and checksum per schema (rule T15).
/// Runs as the owner role; the application's login gets its rights here.
/// </summary>
public sealed class MigrationRunner(PlatformOptions options, TimeProvider time)
{
    private const long LockKey = 0x5345_4B49_5348_4F01; // "SEKISHO", migrations

    /// <summary>Applies what is missing, modules in the given order (the ground first).</summary>
    /// <returns>How many files were applied.</returns>
    /// <exception cref="InvalidOperationException">A migration that was applied before has another text now, or the database is newer than this program.</exception>
    public async Task<int> RunAsync(IReadOnlyList<ModuleSchema> modules, CancellationToken ct)
    {
        await using var source = NpgsqlDataSource.Create(options.OwnerConnection);
        await using var connection = await source.OpenConnectionAsync(ct);
        await ExecuteAsync(connection, null, $"set role {SqlRoles.Owner}", ct);
        await ExecuteAsync(connection, null, $"select pg_advisory_lock({LockKey})", ct);
        var applied = 0;
        foreach (var module in modules) applied += await SchemaAsync(connection, module, ct);
        await ExecuteAsync(connection, null, $"select pg_advisory_unlock({LockKey})", ct);
        return applied;
    }

    private async Task<int> SchemaAsync(NpgsqlConnection connection, ModuleSchema module, CancellationToken ct)
    {
        await ExecuteAsync(connection, null, Prepare(module.Name), ct);
        var history = await HistoryAsync(connection, module.Name, ct);
        var migrations = Migration.Of(module);
        if (history.Count > migrations.Count)
            throw new InvalidOperationException($"Schema {module.Name} is at migration {history.Count}, this program knows {migrations.Count}: it is older than the database.");
        foreach (var migration in migrations.Take(history.Count))
            if (!string.Equals(history[migration.Number - 1], migration.Checksum.Hex, StringComparison.Ordinal))
                throw new InvalidOperationException($"Migration {migration.Number:0000} of {module.Name} was changed after it had been applied.");
        foreach (var migration in migrations.Skip(history.Count)) await ApplyAsync(connection, migration, ct);
        return migrations.Count - history.Count;
    }

    private async Task ApplyAsync(NpgsqlConnection connection, Migration migration, CancellationToken ct)
    {
        await using var transaction = await connection.BeginTransactionAsync(ct);
        try
        {
            await ExecuteAsync(connection, transaction, migration.Sql, ct);
        }
        catch (PostgresException e)
        {
            throw new InvalidOperationException($"Migration {migration.Number:0000}_{migration.Name} of {migration.Schema} failed at character {e.Position}: {e.MessageText}", e);
        }
        await using var note = new NpgsqlCommand($"insert into {migration.Schema}.migration (number, name, checksum, applied_at) values ($1, $2, $3, $4)", connection, transaction)
        {
            Parameters = { new() { Value = migration.Number }, new() { Value = migration.Name }, new() { Value = migration.Checksum.Hex }, new() { Value = time.GetUtcNow() } },
        };
        await note.ExecuteNonQueryAsync(ct);
        await transaction.CommitAsync(ct);
    }

    // Module schemas are the application's to read and write; the ground's own tables get their rights one by one in its migrations (rule T6).
    private static string Prepare(string schema) => $"""
        create schema if not exists {schema};
        create table if not exists {schema}.migration (number integer primary key, name text not null, checksum text not null, applied_at timestamptz not null);
        grant usage on schema {schema} to {SqlRoles.App}, {SqlRoles.Sealer};
        grant select on {schema}.migration to {SqlRoles.App};
        """ + (schema == PlatformSchema.Name ? "" : $"""

        alter default privileges in schema {schema} grant select, insert, update, delete on tables to {SqlRoles.App};
        alter default privileges in schema {schema} grant usage, select on sequences to {SqlRoles.App};
        """);

    private static async Task<List<string>> HistoryAsync(NpgsqlConnection connection, string schema, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand($"select checksum from {schema}.migration order by number", connection);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var checksums = new List<string>();
        while (await reader.ReadAsync(ct)) checksums.Add(reader.GetString(0));
        return checksums;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, NpgsqlTransaction? transaction, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection, transaction);
        await command.ExecuteNonQueryAsync(ct);
    }
}
