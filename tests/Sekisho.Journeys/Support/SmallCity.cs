namespace Sekisho.Journeys.Support;

/// <summary>
/// 白波市 (fictitious), written for the journeys: seventeen articles, one for each control of the foundation, and a spring of 2025 in which every control
/// stood in every way that needs time or people. It lies in a folder the service's user can read.
/// </summary>
internal sealed class SmallCity : IDisposable
{
    public SmallCity()
    {
        var from = Path.Combine(Checkout.Root, "tests", "Sekisho.Journeys", "Cities", "shiranami");
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
