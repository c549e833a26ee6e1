namespace Sekisho.Platform.Ledger;

/// <summary>The outcome of a verification.</summary>
/// <param name="Size">Leaves found.</param>
/// <param name="Root">Root over all of them.</param>
/// <param name="Fault">The first fault by leaf number; null when every promise holds.</param>
/// <param name="Erased">Records whose erasable text was erased (消去済み), each with its erasure record.</param>
/// <param name="TextsChecked">False when the key-encryption key was not given, so erasable texts were not opened.</param>
public sealed record LedgerReport(string Origin, long Size, byte[] Root, LedgerFault? Fault, long Erased, int Checkpoints, bool TextsChecked)
{
    public bool IsSound => Fault is null;
}
