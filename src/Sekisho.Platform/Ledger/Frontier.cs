namespace Sekisho.Platform.Ledger;

/// <summary>
/// A growing Merkle tree that keeps only the roots of its perfect subtrees, largest first: as many as the size has one-bits.
/// Enough to append and to compute the root (RFC 6962 §2.1).
/// </summary>
internal sealed class Frontier
{
    private readonly List<byte[]> roots = [];

    public long Size { get; private set; }

    /// <exception cref="ArgumentException">The bytes are not the frontier of a tree of this size.</exception>
    public static Frontier Restore(long size, ReadOnlySpan<byte> bytes)
    {
        if (size < 0 || bytes.Length != System.Numerics.BitOperations.PopCount((ulong)size) * Merkle.HashBytes)
            throw new ArgumentException("A frontier does not fit the size of its tree.", nameof(bytes));
        var frontier = new Frontier { Size = size };
        for (var at = 0; at < bytes.Length; at += Merkle.HashBytes) frontier.roots.Add(bytes.Slice(at, Merkle.HashBytes).ToArray());
        return frontier;
    }

    public void Append(byte[] leafHash)
    {
        var hash = leafHash;
        for (var size = Size; (size & 1) == 1; size >>= 1)
        {
            hash = Merkle.Node(roots[^1], hash);
            roots.RemoveAt(roots.Count - 1);
        }
        roots.Add(hash);
        Size++;
    }

    public byte[] Root()
    {
        if (roots.Count == 0) return Merkle.EmptyRoot;
        var hash = roots[^1];
        for (var i = roots.Count - 2; i >= 0; i--) hash = Merkle.Node(roots[i], hash);
        return hash;
    }

    public byte[] ToBytes() => [.. roots.SelectMany(r => r)];
}
