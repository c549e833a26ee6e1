using System.Globalization;
using Npgsql;
using Sekisho.Kernel;

namespace Sekisho.Platform.Ledger;

/// <summary>
/// A restored backup must not pretend to be the ledger it was taken from: it gets a new origin whose checkpoints carry the last one of the old (rule T6).
/// </summary>
public static class LedgerOrigin
{
    /// <summary>Begins the new origin; run once after a restore, before anything is sealed, with a connection that may update platform.tree.</summary>
    /// <returns>The new origin and the checkpoint it continues; null when the backup held no ledger.</returns>
    public static async Task<(string Origin, string Continues)?> BeginAsync(NpgsqlConnection connection, IdSource ids, CancellationToken ct)
    {
        await using var transaction = await connection.BeginTransactionAsync(ct);
        if (await TreeRow.ReadAsync(connection, transaction, ct) is not { } tree) return null;
        var origin = Next(tree.Origin, ids.Next());
        var continues = new Checkpoint(tree.Origin, tree.Frontier.Size, tree.Frontier.Root(), tree.SealedAt, null).Line;
        await using var command = new NpgsqlCommand("update platform.tree set origin = $1, continues = $2", connection, transaction)
        {
            Parameters = { new() { Value = origin }, new() { Value = continues } },
        };
        await command.ExecuteNonQueryAsync(ct);
        await transaction.CommitAsync(ct);
        return (origin, continues);
    }

    // "name/3" or "name/3.abcdef" becomes "name/4.xxxxxx": two restores of one backup never share an origin.
    private static string Next(string origin, Guid chance)
    {
        var slash = origin.LastIndexOf('/');
        var last = origin[(slash + 1)..].Split('.')[0];
        var number = int.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n + 1 : 2;
        var name = slash > 0 && n > 0 ? origin[..slash] : origin;
        return string.Create(CultureInfo.InvariantCulture, $"{name}/{number}.{chance.ToString("N")[..6]}");
    }
}
