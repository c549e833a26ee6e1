namespace Sekisho.Kernel.Workers;

/// <summary>Bytes a worker handed back. The parent recomputes the digest; a wrong one costs the worker its life.</summary>
/// <param name="Role">What they are for.</param>
/// <param name="Path">Path in the tree of the input ("2/word/media/1.png"), cleaned; empty for the output itself.</param>
/// <param name="Digest">SHA-256 of <paramref name="Bytes"/>.</param>
/// <param name="Bytes">The bytes.</param>
public sealed record WorkerBlob(BlobRole Role, string Path, Digest Digest, ReadOnlyMemory<byte> Bytes)
{
    public static WorkerBlob Of(BlobRole role, string path, ReadOnlyMemory<byte> bytes) => new(role, path, Digest.Of(bytes.Span), bytes);
}
