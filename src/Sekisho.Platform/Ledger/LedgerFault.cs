namespace Sekisho.Platform.Ledger;

/// <summary>What verify found wrong, and where.</summary>
/// <param name="Kind">Which promise is broken.</param>
/// <param name="Leaf">The first leaf concerned; for a checkpoint its size.</param>
/// <param name="Detail">For an administrator, without personal data.</param>
public sealed record LedgerFault(LedgerFaultKind Kind, long Leaf, string Detail);
