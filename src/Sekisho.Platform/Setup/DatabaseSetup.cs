using Npgsql;

namespace Sekisho.Platform.Setup;

/// <summary>Creates roles and the database, as superuser of our own cluster or as a login of somebody else's server that may create both.</summary>
public static class DatabaseSetup
{
    /// <summary>Makes the roles (with these passwords) and the database when missing. Safe to repeat; passwords are set again.</summary>
    public static async Task EnsureAsync(string adminConnection, string database, string appPassword, string sealerPassword, CancellationToken ct)
    {
        await using var source = NpgsqlDataSource.Create(adminConnection);
        await using var connection = await source.OpenConnectionAsync(ct);
        await RoleAsync(connection, SqlRoles.Owner, null, ct);
        // Who is no superuser acts as the owner by being a member of it.
        if (!await ExistsAsync(connection, "select 1 where pg_has_role($1, 'member')", SqlRoles.Owner, ct))
            await ExecuteAsync(connection, $"grant {SqlRoles.Owner} to current_user", ct);
        await RoleAsync(connection, SqlRoles.App, appPassword, ct);
        await RoleAsync(connection, SqlRoles.Sealer, sealerPassword, ct);
        if (!await ExistsAsync(connection, "select 1 from pg_database where datname = $1", database, ct))
            await ExecuteAsync(connection, $"create database {Quote(database)} owner {SqlRoles.Owner} template template0 encoding 'UTF8' lc_collate 'C' lc_ctype 'C'", ct);
    }

    private static async Task RoleAsync(NpgsqlConnection connection, string role, string? password, CancellationToken ct)
    {
        if (!await ExistsAsync(connection, "select 1 from pg_roles where rolname = $1", role, ct))
            await ExecuteAsync(connection, $"create role {role} {(password is null ? "nologin" : "login")}", ct);
        if (password is not null)
            await ExecuteAsync(connection, $"alter role {role} password {Literal(password)}", ct);
    }

    private static async Task<bool> ExistsAsync(NpgsqlConnection connection, string sql, string argument, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection) { Parameters = { new() { Value = argument } } };
        return await command.ExecuteScalarAsync(ct) is not null;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(ct);
    }

    private static string Quote(string name) => "\"" + name.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";

    private static string Literal(string text) => text.Contains('\\', StringComparison.Ordinal)
        ? throw new ArgumentException("A database password of ours has no backslash.", nameof(text))
        : "'" + text.Replace("'", "''", StringComparison.Ordinal) + "'";
}
