namespace Sekisho.Gate.Scanning;

/// <summary>The virus scanner. A seam: clamd in the product, scripted answers in tests.</summary>
public interface IScanner
{
    /// <summary>Never throws for a scanner that is away or answers nonsense: that is <see cref="ScanOutcome.Unavailable"/>, and the item is held (ID-11).</summary>
    Task<ScanResult> ScanAsync(ReadOnlyMemory<byte> bytes, CancellationToken ct);
}
