namespace Sekisho.Journeys.Support;

/// <summary>
/// A fictitious city written for the journeys, with one article for each control of a piece of work and a past in which every control stood in every way that needs time or people:
/// shiranami (白波市) for the foundation, shiomi (汐見市) for the text of the policy. It lies in a folder the service's user can read.
/// </summary>
internal sealed class SmallCity : IDisposable
{
    /// <param name="name">A folder of Cities.</param>
    public SmallCity(string name)
    {
        var from = Path.Combine(Checkout.Root, "tests", "Sekisho.Journeys", "Cities", name);
        File.SetUnixFileMode(Folder, (UnixFileMode)0b111_101_101);
        foreach (var day in Directory.GetDirectories(from))
        {
            var to = Directory.CreateDirectory(Path.Combine(Folder, Path.GetFileName(day)), (UnixFileMode)0b111_101_101).FullName;
            foreach (var file in Directory.GetFiles(day))
            {
                File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
                File.SetUnixFileMode(Path.Combine(to, Path.GetFileName(file)), (UnixFileMode)0b110_100_100);
            }
        }
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("sekisho-city-").FullName;

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
