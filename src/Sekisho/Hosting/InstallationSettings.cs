using System.Text.Json;
using Sekisho.Kernel;

namespace Sekisho.Hosting;

/// <summary>What an installation remembers of its first start. Ports and relay may be changed by a later start.</summary>
/// <param name="City">Pack code, <c>demo</c>, <c>none</c>, or the absolute path of a folder with a demonstration city.</param>
/// <param name="Origin">Origin line of the ledger; the demo's says so.</param>
/// <param name="CreatedAt">First start.</param>
/// <param name="DatabaseMajor">Major version the cluster was made with; 0 = a server run by others.</param>
/// <param name="HttpPort">HTTPS port of pages and API, 1–65535.</param>
/// <param name="SmtpPort">Port of the mail listener, 1–65535.</param>
/// <param name="Relay">HOST:PORT mail goes on to; null = none.</param>
/// <param name="ProbePort">Loopback port of the mail probe's sink.</param>
/// <param name="Domains">Mail domains taken in; null or empty = none but the probe's.</param>
/// <param name="IsLoaded">The city was loaded to the end; false = the next start goes on loading.</param>
internal sealed record InstallationSettings(
    string City, string Origin, DateTimeOffset CreatedAt, int DatabaseMajor, int HttpPort, int SmtpPort, string? Relay, int ProbePort, IReadOnlyList<string>? Domains, bool IsLoaded)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>The demonstration city, or one of the operator's own: either lived its history on a simulated clock, and everything it shows says so.</summary>
    internal bool IsDemo => string.Equals(City, "demo", StringComparison.Ordinal) || Folder is not null;

    /// <summary>The folder the city came from; null for the demonstration city, a pack or none.</summary>
    internal Cities.CityFolder? Folder => Cities.CityFolder.Of(City);

    /// <summary>Null when there is no installation in the folder.</summary>
    internal static Result<InstallationSettings?> Read(DataFolder folder)
    {
        try
        {
            return File.Exists(folder.SettingsFile) ? JsonSerializer.Deserialize<InstallationSettings>(File.ReadAllBytes(folder.SettingsFile), Json) : null;
        }
        catch (JsonException)
        {
            return StartRefusals.Broken(folder.SettingsFile, "読めない内容");
        }
        catch (UnauthorizedAccessException)
        {
            return StartRefusals.NoRight(folder.Root);
        }
    }

    /// <summary>Written to a new file and moved, so that a crash leaves the old one.</summary>
    internal void Write(DataFolder folder)
    {
        var fresh = folder.SettingsFile + ".new";
        File.WriteAllBytes(fresh, JsonSerializer.SerializeToUtf8Bytes(this, Json));
        File.Move(fresh, folder.SettingsFile, overwrite: true);
    }
}
