using System.Text;
using Sekisho.Platform.Keys;

namespace Sekisho.Platform.Ledger;

/// <summary>
/// What the sealer writes outside the database, one folder an origin: every checkpoint, the latest one, and the leaf hashes. A ledger cut short is seen by
/// comparing with the checkpoints (rule T6); the hashes then say which leaf is the first wrong one. They are believed only when they give the signed root.
/// </summary>
internal sealed class SecondPlace(string root, string origin)
{
    private const string LatestName = "latest.checkpoint", AllName = "all.checkpoints", LeavesName = "leaves.sha256";
    private readonly string folder = Path.Combine(root, FolderName(origin));

    public long LeafCount => File.Exists(LeavesPath) ? new FileInfo(LeavesPath).Length / Merkle.HashBytes : 0;
    private string LeavesPath => Path.Combine(folder, LeavesName);

    public void WriteLeaves(long from, IReadOnlyList<byte[]> hashes)
    {
        Directory.CreateDirectory(folder);
        using var file = new FileStream(LeavesPath, FileMode.OpenOrCreate, FileAccess.Write);
        if (file.Length < from * Merkle.HashBytes) return; // a gap is filled when the sealer starts
        file.Position = from * Merkle.HashBytes;
        foreach (var hash in hashes) file.Write(hash);
    }

    public void WriteNote(string note)
    {
        Directory.CreateDirectory(folder);
        File.AppendAllText(Path.Combine(folder, AllName), note + "\n");
        var fresh = Path.Combine(folder, LatestName + ".new");
        using (var file = new FileStream(fresh, FileMode.Create, FileAccess.Write))
        {
            file.Write(Encoding.UTF8.GetBytes(note));
            file.Flush(flushToDisk: true);
        }
        File.Move(fresh, Path.Combine(folder, LatestName), overwrite: true);
    }

    /// <summary>The latest checkpoint; null when there is none or this key did not sign it.</summary>
    public Checkpoint? Latest(NoteKeys keys)
    {
        var path = Path.Combine(folder, LatestName);
        return File.Exists(path) ? CheckpointNotes.Read(File.ReadAllText(path), keys) : null;
    }

    public IEnumerable<string> Notes()
    {
        var path = Path.Combine(folder, AllName);
        return File.Exists(path) ? CheckpointNotes.Split(File.ReadAllText(path)) : [];
    }

    /// <summary>The first leaf below the checkpoint's size whose hash differs from what was sealed; null when the file does not give the signed root.</summary>
    public long? FirstDifference(Checkpoint signed, Func<long, byte[]?> actual)
    {
        if (LeafCount < signed.Size) return null;
        using var file = File.OpenRead(LeavesPath);
        var tree = new Frontier();
        long? first = null;
        for (var leaf = 0L; leaf < signed.Size; leaf++)
        {
            var hash = new byte[Merkle.HashBytes];
            file.ReadExactly(hash);
            tree.Append(hash);
            if (first is null && actual(leaf) is { } now && !now.AsSpan().SequenceEqual(hash)) first = leaf;
        }
        return tree.Root().AsSpan().SequenceEqual(signed.Root) ? first : null;
    }

    private static string FolderName(string origin) =>
        string.Concat(origin.Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' ? c.ToString() : c == '/' ? "_" : "%" + ((int)c).ToString("x4", System.Globalization.CultureInfo.InvariantCulture)));
}
