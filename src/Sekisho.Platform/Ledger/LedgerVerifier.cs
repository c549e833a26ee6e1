using Npgsql;
using Sekisho.Platform.Keys;

namespace Sekisho.Platform.Ledger;

/// <summary>
/// Proves, without trusting any index column, that nothing sealed was altered, reordered, removed or rolled back (rule T6): every leaf is hashed again
/// from its record's bytes, the root is compared with every signed checkpoint at its size — those in the database, in the second place and in files an
/// outsider kept — and erasable texts with their salted digests.
/// </summary>
public sealed class LedgerVerifier(Database database, PlatformOptions options)
{
    /// <param name="publicKeyPem">The sealer's public keys (PEM, one or several), from wherever the caller trusts them.</param>
    /// <param name="outside">Notes kept outside (a printed one-pager typed in, a file of last month).</param>
    /// <param name="keys">Opens erasable texts; null = only their presence is checked.</param>
    /// <param name="progress">Leaves done so far.</param>
    /// <param name="since">A trusted note: leaves before it are not read again, only that the tree still continues from it (rule T17).</param>
    /// <param name="texts">False where the table of wrapped keys is known to be absent (a backup without its key file): erasable texts are then not looked at.</param>
    public async Task<LedgerReport> VerifyAsync(
        string publicKeyPem, IReadOnlyList<string> outside, KeyFile? keys = null, IProgress<long>? progress = null, CancellationToken ct = default, bool texts = true, string? since = null)
    {
        using var trusts = NoteKeys.Read(publicKeyPem);
        var (scope, tree, secondPlace, notes) = await SnapshotAsync(ct);
        await using var read = scope;
        var checkpoints = new CheckpointSet(trusts);
        await checkpoints.AddDatabaseAsync(read.Connection, ct);
        checkpoints.AddOutside([.. notes, .. outside]);
        var walk = new LeafWalk(read.Connection, checkpoints, secondPlace, keys, texts, progress);
        if (since is not null) await walk.SkipToAsync(since, trusts, ct);
        await walk.RunAsync(ct);
        var fault = walk.Fault ?? TreeFault(tree, walk) ?? checkpoints.Beyond(walk.Size, tree?.Origin, tree?.Continues);
        fault = First(fault, checkpoints.Foreign);
        if (fault is null && checkpoints.Largest < walk.Size && walk.Size > 0)
            fault = new(LedgerFaultKind.Unsigned, checkpoints.Largest, "leaves at the end are not covered by any checkpoint");
        return new(tree?.Origin ?? options.Origin, walk.Size, walk.Root, fault, walk.Erased, checkpoints.Count, keys is not null);
    }

    // A moment's shared lock: between a sealing's commit and its signature nobody looks. The notes of the second place are read in the same moment: one
    // written after the snapshot covers leaves that are not in it.
    private async Task<(ReadScope Read, TreeRow? Tree, SecondPlace SecondPlace, IReadOnlyList<string> Notes)> SnapshotAsync(CancellationToken ct)
    {
        await using var connection = await database.Source.OpenConnectionAsync(ct);
        await using var wait = await SealerLock.SharedAsync(connection, ct);
        var read = await database.ReadAsync(ct);
        var tree = await TreeRow.ReadAsync(read.Connection, null, ct);
        var secondPlace = new SecondPlace(options.CheckpointFolder, tree?.Origin ?? options.Origin);
        return (read, tree, secondPlace, [.. secondPlace.Notes()]);
    }

    private static LedgerFault? TreeFault(TreeRow? tree, LeafWalk walk)
    {
        var size = tree?.Frontier.Size ?? 0;
        if (size == walk.Size && (tree is null || tree.Frontier.Root().AsSpan().SequenceEqual(walk.Root))) return null;
        return size > walk.Size
            ? new(LedgerFaultKind.Truncated, walk.Size, $"the sealer wrote {size} leaves, {walk.Size} are there")
            : new(LedgerFaultKind.TreeChanged, size, "the sealer's row differs from the leaves");
    }

    private static LedgerFault? First(LedgerFault? a, LedgerFault? b) => a is null || (b is not null && b.Leaf < a.Leaf) ? b : a;
}
