using Sekisho.Gate.Scanning;
using Sekisho.Kernel;

namespace Sekisho.Gate.Processing;

/// <summary>One answer of the scanner. <paramref name="Stage"/> is original, child or output.</summary>
internal sealed record Scan(string Stage, string Place, Digest Digest, ScanResult Result);
