namespace Sekisho.Platform.Ledger;

/// <summary>The second place of checkpoints: a file with the latest one, and one that keeps them all. A ledger cut short is seen by comparing (rule T6).</summary>
internal static class CheckpointFile
{
    public const string Latest = "latest.checkpoint", All = "all.checkpoints";

    public static void Write(string folder, string note)
    {
        Directory.CreateDirectory(folder);
        File.AppendAllText(Path.Combine(folder, All), note + "\n");
        var fresh = Path.Combine(folder, Latest + ".new");
        using (var file = new FileStream(fresh, FileMode.Create, FileAccess.Write))
        {
            file.Write(System.Text.Encoding.UTF8.GetBytes(note));
            file.Flush(flushToDisk: true);
        }
        File.Move(fresh, Path.Combine(folder, Latest), overwrite: true);
    }
}
