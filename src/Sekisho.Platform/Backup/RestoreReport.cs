using Sekisho.Platform.Ledger;

namespace Sekisho.Platform.Backup;

/// <summary>What a restore, or its check, found.</summary>
/// <param name="Ledger">Verification of the restored ledger.</param>
/// <param name="Objects">Objects the database names.</param>
/// <param name="ObjectsOpened">How many were opened and fit their names; 0 when keys were not given.</param>
/// <param name="Problems">Everything that stands in the way, as Japanese sentences; empty = the backup is good.</param>
/// <param name="Continues">For a restore: the new origin and the checkpoint it continues.</param>
public sealed record RestoreReport(BackupManifest Manifest, LedgerReport Ledger, long Objects, long ObjectsOpened, IReadOnlyList<string> Problems, string? Continues)
{
    public bool IsGood => Problems.Count == 0 && Ledger.IsSound;
}
