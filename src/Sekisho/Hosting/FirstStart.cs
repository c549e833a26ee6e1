using Sekisho.Kernel;
using Sekisho.Platform.Keys;

namespace Sekisho.Hosting;

/// <summary>What is decided and made once: folders, keys, settings. Later starts only read it, so a lost key is never replaced in silence.</summary>
internal static class FirstStart
{
    private const long LeastFreeBytes = 512L << 20;

    /// <summary>Settings of the installation in this folder, made when there is none.</summary>
    internal static Result<InstallationSettings> Ensure(DataFolder folder, StartOptions options, TimeProvider time)
    {
        var made = MakeFolders(folder);
        if (!made.IsOk) return made.As<InstallationSettings>();
        var read = InstallationSettings.Read(folder);
        if (!read.IsOk) return read.As<InstallationSettings>();
        options = options with { City = Cities.CityFolder.Named(options.City) };
        if (read.Value is null && options.City is { } chosen && Cities.CityFolder.Of(chosen)?.Problem() is { } wrong) return wrong;
        var settings = read.Value ?? Fresh(folder, options, time);
        if (options.City is { } city && !string.Equals(city, settings.City, StringComparison.Ordinal))
            return new Refusal("start.city", $"この関所は {settings.City} で始められています。", "別の自治体は別の --data で始めてください。");
        settings = settings with
        {
            HttpPort = options.HttpPort ?? settings.HttpPort, SmtpPort = options.SmtpPort ?? settings.SmtpPort, Relay = options.Relay ?? settings.Relay, ProbePort = Ports.Free(),
            Domains = options.Domains is { Count: > 0 } named ? named : settings.Domains,
        };
        settings.Write(folder);
        return settings;
    }

    /// <summary>The folders, and room on their disk.</summary>
    internal static Result<DataFolder> MakeFolders(DataFolder folder)
    {
        var made = folder.Create();
        return made.IsOk && new DriveInfo(folder.Root).AvailableFreeSpace < LeastFreeBytes ? StartRefusals.DiskFull(folder.Root) : made;
    }

    /// <summary>Settings nobody has chosen anything in yet.</summary>
    internal static InstallationSettings Settings(string city, TimeProvider time)
    {
        var major = DatabaseConnections.External is null ? PrivateCluster.Installed() ?? 0 : 0;
        // A history on a simulated clock is a demonstration whoever wrote it: the origin of its ledger says so.
        return new(city, "sekisho/" + (Cities.CityFolder.Of(city) is null ? city : "demo") + "/1", time.GetUtcNow(), major, StartOptions.DefaultHttpPort, StartOptions.DefaultSmtpPort, null, 0, null, IsLoaded: false);
    }

    private static InstallationSettings Fresh(DataFolder folder, StartOptions options, TimeProvider time)
    {
        if (!File.Exists(folder.KeyFile)) KeyFile.Create(folder.KeyFile);
        if (!File.Exists(folder.SealerKeyFile)) SealerKey.Create(folder.SealerKeyFile);
        return Settings(options.City ?? "demo", time);
    }
}
