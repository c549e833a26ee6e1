namespace Sekisho.Kernel.Workers;

/// <summary>What became of one attachment, body or archive entry. Strings are cleaned, bounded and shown only through an encoder (law E6).</summary>
/// <param name="Path">Path in the tree of the input, as in <see cref="Finding.Place"/>.</param>
/// <param name="Name">Name as shown, control characters made visible.</param>
/// <param name="DeclaredType">Type the sender claimed.</param>
/// <param name="FoundType">Type the bytes have, "" when unknown.</param>
/// <param name="Outcome">What was done.</param>
/// <param name="InputSize">Bytes before, 0 or more.</param>
/// <param name="InputDigest">SHA-256 before.</param>
/// <param name="OutputSize">Bytes after; 0 when nothing of it is left.</param>
/// <param name="OutputDigest">SHA-256 after; null when nothing of it is left.</param>
public sealed record PartReport(
    string Path, string Name, string DeclaredType, string FoundType, Outcome Outcome,
    long InputSize, Digest InputDigest, long OutputSize, Digest? OutputDigest);
