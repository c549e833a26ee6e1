namespace Sekisho.Platform.Ledger;

/// <summary>The promises of the ledger that verify can find broken.</summary>
public enum LedgerFaultKind
{
    /// <summary>A leaf's number is missing or used twice.</summary>
    Gap,
    /// <summary>A leaf's record is gone.</summary>
    RecordMissing,
    /// <summary>A record's bytes do not give the leaf's hash.</summary>
    RecordChanged,
    /// <summary>An index column says something else than the record's bytes.</summary>
    IndexChanged,
    /// <summary>Erasable text does not give the salted digest in the leaf, or is gone without an erasure record.</summary>
    SideChanged,
    /// <summary>The tree does not have the root a checkpoint signed, or a checkpoint is not ours.</summary>
    CheckpointMismatch,
    /// <summary>A checkpoint covers more leaves than there are: cut short or rolled back.</summary>
    Truncated,
    /// <summary>Leaves at the end that no checkpoint covers.</summary>
    Unsigned,
    /// <summary>The sealer's own row differs from the leaves.</summary>
    TreeChanged,
}
