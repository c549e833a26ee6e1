namespace Sekisho.Journeys.Support;

/// <summary>海辺町 (fictitious): the people of the small city, and a pack that names the town and holds no obligation. Its text comes in by hand.</summary>
internal sealed class NewTown : IDisposable
{
    private const UnixFileMode Enter = (UnixFileMode)0b111_101_101, Read = (UnixFileMode)0b110_100_100;

    public NewTown()
    {
        File.SetUnixFileMode(Folder, Enter);
        Put(Path.Combine(Checkout.Root, "tests", "corpus", "mapping", "pack.yaml"), "2025-04-01");
        foreach (var file in Directory.GetFiles(Path.Combine(Checkout.Root, "tests", "Sekisho.Journeys", "Cities", "shiranami", "2025-04-03"), "*.csv")) Put(file, "2025-04-03");
    }

    /// <summary>Its policy, forty articles.</summary>
    public static string Text => Path.Combine(Checkout.Root, "tests", "corpus", "mapping", "umibe.txt");
    public string Folder { get; } = Directory.CreateTempSubdirectory("sekisho-town-").FullName;

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private void Put(string file, string day)
    {
        var to = Path.Combine(Directory.CreateDirectory(Path.Combine(Folder, day), Enter).FullName, Path.GetFileName(file));
        File.Copy(file, to);
        File.SetUnixFileMode(to, Read);
    }
}
