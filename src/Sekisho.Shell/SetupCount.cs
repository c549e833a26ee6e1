using Npgsql;
using Sekisho.Platform;

namespace Sekisho.Shell;

/// <summary>The state of a step of the first week from two counts.</summary>
public static class SetupCount
{
    /// <param name="done">A statement that counts what is there.</param>
    /// <param name="open">A statement that counts what is missing; null when that cannot be said.</param>
    public static async Task<SetupState> OfAsync(ReadScope read, string done, string? open, CancellationToken ct) =>
        new(await CountAsync(read, done, ct), open is null ? null : await CountAsync(read, open, ct));

    private static async Task<long> CountAsync(ReadScope read, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, read.Connection);
        return await command.ExecuteScalarAsync(ct) is long count ? count : 0;
    }
}
