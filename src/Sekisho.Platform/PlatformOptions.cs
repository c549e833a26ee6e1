namespace Sekisho.Platform;

/// <summary>Where the ground finds its database, keys and folders. Immutable; made once by the executable or a test.</summary>
public sealed record PlatformOptions
{
    /// <summary>Connection string of the application's login (INSERT/SELECT on records, no write on leaves: rule T6).</summary>
    public required string AppConnection { get; init; }
    /// <summary>Connection string of the sealer's login.</summary>
    public required string SealerConnection { get; init; }
    /// <summary>Connection string of a login that may become the owner role; used by migrations only.</summary>
    public required string OwnerConnection { get; init; }
    /// <summary>Origin line of checkpoints, e.g. "sekisho/KODE/1". The demo's contains "demo".</summary>
    public required string Origin { get; init; }
    /// <summary>Private key of the sealer (PEM, mode 0600), outside database and data folder.</summary>
    public required string SealerKeyFile { get; init; }
    /// <summary>Key-encryption key (mode 0600), outside database and data folder (rule T11).</summary>
    public required string KeyFile { get; init; }
    /// <summary>Folder of the content store.</summary>
    public required string ContentFolder { get; init; }
    /// <summary>Second place of checkpoints; truncation and rollback are seen only from outside the database (rule T6).</summary>
    public required string CheckpointFolder { get; init; }
    /// <summary>Time between two sealings, at most 200 ms (rule T6).</summary>
    public TimeSpan SealInterval { get; init; } = TimeSpan.FromMilliseconds(200);
    /// <summary>Jobs this process runs at the same time.</summary>
    public int JobSlots { get; init; } = 2;
}
