namespace Sekisho.Platform.Ledger;

/// <summary>Audit paths of RFC 6962 §2.1.1, made from leaf hashes and folded back to a root.</summary>
internal static class MerklePath
{
    /// <summary>The path of a leaf, deepest first. <paramref name="leaves"/> holds all leaf hashes, 32 bytes each.</summary>
    public static List<byte[]> Of(ReadOnlySpan<byte> leaves, long leaf)
    {
        var path = new List<byte[]>();
        var from = 0L;
        var to = leaves.Length / (long)Merkle.HashBytes;
        var siblings = new List<(long From, long To)>();
        while (to - from > 1)
        {
            var middle = from + Split(to - from);
            if (leaf < middle) { siblings.Add((middle, to)); to = middle; }
            else { siblings.Add((from, middle)); from = middle; }
        }
        for (var i = siblings.Count - 1; i >= 0; i--) path.Add(Subtree(leaves, siblings[i].From, siblings[i].To));
        return path;
    }

    /// <summary>The root a path leads to; null when its length does not fit leaf and size.</summary>
    public static byte[]? Root(byte[] leafHash, long leaf, long size, IReadOnlyList<byte[]> path)
    {
        if (leaf < 0 || leaf >= size) return null;
        var turns = new List<bool>(); // from the root down: true = the leaf lies left
        for (long at = leaf, width = size; width > 1;)
        {
            var left = Split(width);
            turns.Add(at < left);
            (at, width) = at < left ? (at, left) : (at - left, width - left);
        }
        if (turns.Count != path.Count || path.Any(h => h.Length != Merkle.HashBytes)) return null;
        var hash = leafHash;
        for (var i = 0; i < path.Count; i++) hash = turns[^(i + 1)] ? Merkle.Node(hash, path[i]) : Merkle.Node(path[i], hash);
        return hash;
    }

    private static byte[] Subtree(ReadOnlySpan<byte> leaves, long from, long to)
    {
        var tree = new Frontier();
        for (var i = from; i < to; i++) tree.Append(leaves.Slice((int)(i * Merkle.HashBytes), Merkle.HashBytes).ToArray());
        return tree.Root();
    }

    // Largest power of two smaller than the width.
    private static long Split(long width) => 1L << (63 - System.Numerics.BitOperations.LeadingZeroCount((ulong)(width - 1)));
}
