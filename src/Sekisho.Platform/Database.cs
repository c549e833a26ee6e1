using System.Data;
using Npgsql;

namespace Sekisho.Platform;

/// <summary>The application's connections: reading scopes for queries; commands go through <see cref="CommandRunner"/>.</summary>
public sealed class Database : IAsyncDisposable
{
    public Database(PlatformOptions options) => Source = NpgsqlDataSource.Create(options.AppConnection);

    internal NpgsqlDataSource Source { get; }

    /// <summary>A read-only transaction that sees one state of the database until it is disposed.</summary>
    public async Task<ReadScope> ReadAsync(CancellationToken ct)
    {
        var connection = await Source.OpenConnectionAsync(ct);
        try
        {
            var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
            await using var command = new NpgsqlCommand("SET TRANSACTION READ ONLY", connection, transaction);
            await command.ExecuteNonQueryAsync(ct);
            return new ReadScope(connection, transaction);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync() => Source.DisposeAsync();
}
