using Sekisho.Kernel;
using Sekisho.Kernel.Workers;

namespace Sekisho.Sanitizing;

/// <summary>A file found inside another: for the scanner, which sees every child as it came (ID-11), and for the record (OR-03).</summary>
/// <param name="Name">Place inside the parent, slashes between levels.</param>
/// <param name="DetectedType">Code of <see cref="Identification.FileKind"/>.</param>
/// <param name="Input">The bytes as found, still hostile.</param>
/// <param name="Output">Digest of what was written instead; null when nothing was.</param>
public sealed record ChildFile(string Name, string DetectedType, Outcome Outcome, Untrusted<byte[]> Input, Digest? Output, IReadOnlyList<Finding> Findings)
{
    private Digest? found;

    /// <summary>Length of the bytes as found.</summary>
    public int Size { get; private init; } = UntrustedAccess.Open(Input).Length;
    /// <summary>Digest of the bytes as found.</summary>
    public Digest Found => found ??= Digest.Of(UntrustedAccess.Open(Input));
    /// <summary>A file the document carries for its own sake, not a picture of it: given beside it where the policy says so.</summary>
    internal bool IsEmbedded { get; init; }

    /// <summary>The same without its bytes: nobody scans it, and a presentation's pictures need not be held to the end.</summary>
    internal ChildFile LetGo()
    {
        found = Found;
        return this with { Input = new([]) };
    }
}
