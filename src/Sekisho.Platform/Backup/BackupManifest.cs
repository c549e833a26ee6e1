namespace Sekisho.Platform.Backup;

/// <summary>The last entry of a backup: without it the file was cut. Every other entry with its size and SHA-256.</summary>
/// <param name="Format">Version of the layout, 1.</param>
/// <param name="TakenAt">When the database snapshot was begun.</param>
/// <param name="PublicKeyPem">The sealer's public key at that time; a checkpoint from elsewhere should be given to the check as well.</param>
/// <param name="Checkpoint">The note of the last checkpoint in the snapshot, or null for an empty ledger.</param>
public sealed record BackupManifest(int Format, DateTimeOffset TakenAt, string Origin, string PublicKeyPem, string? Checkpoint, IReadOnlyList<BackupEntry> Entries);
