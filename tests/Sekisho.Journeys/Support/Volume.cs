using System.Globalization;

namespace Sekisho.Journeys.Support;

/// <summary>A small disk of the journey's own (ext4 in a file), which can be filled to the last byte. Needs the right to mount.</summary>
internal sealed class Volume : IAsyncDisposable
{
    private const string Size = "1500M";
    private readonly string folder = Directory.CreateTempSubdirectory("sekisho-volume-").FullName;

    private Volume() => File.SetUnixFileMode(folder, (UnixFileMode)0b111_101_101);

    public string Root => Path.Combine(folder, "disk");
    private string Image => Path.Combine(folder, "image");
    private string Ballast => Path.Combine(Root, "ballast");

    public static async Task<Volume> MakeAsync()
    {
        var volume = new Volume();
        (await Command.RunAsync("/usr/bin/truncate", ["-s", Size, volume.Image])).Succeeded();
        (await Command.RunAsync("/sbin/mkfs.ext4", ["-q", "-m", "0", volume.Image])).Succeeded();
        Directory.CreateDirectory(volume.Root);
        (await Command.RunAsync("/bin/mount", ["-o", "loop", volume.Image, volume.Root])).Succeeded();
        return volume;
    }

    /// <summary>Leaves not one free block.</summary>
    public async Task FillAsync()
    {
        var free = new DriveInfo(Root).AvailableFreeSpace;
        (await Command.RunAsync("/usr/bin/fallocate", ["-l", free.ToString(CultureInfo.InvariantCulture), Ballast])).ExitCode.ShouldBeInRange(0, 1);
        // What fallocate could not take in one piece.
        (await Command.RunAsync("/bin/sh", ["-c", "cat /dev/zero >> \"$1\"", "sh", Ballast])).Error.ShouldContain("No space left");
    }

    public void Free() => File.Delete(Ballast);

    public async ValueTask DisposeAsync()
    {
        (await Command.RunAsync("/bin/umount", [Root])).Succeeded();
        Directory.Delete(folder, recursive: true);
    }
}
