using System.Diagnostics;
using Sekisho.PolicyText;
using Sekisho.PolicyText.Exchange;
using Sekisho.Tests.Support;

namespace Sekisho.Tests.PolicyText.Exchange;

/// <summary>What goes out as OSCAL is what the published schema (1.2.1) calls a catalog: the five texts and every layout, read by a schema checker of others.</summary>
public sealed class OscalSchemaTests : IDisposable
{
    private static readonly string Web = Path.Combine(SharedFiles.RepositoryRoot, "tests", "Sekisho.Journeys", "web");
    private readonly string folder = Directory.CreateTempSubdirectory("sekisho-oscal-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [SharedFact]
    public async Task Every_catalog_is_valid()
    {
        foreach (var seed in (string[])["mitaka", "tochigi", "mito", "nabari", "katagami"]) await WriteAsync(seed, PolicyParser.Parse(SeedTexts.Read(seed)));
        foreach (var layout in Directory.GetDirectories(Path.Combine(SharedFiles.RepositoryRoot, "tests", "corpus", "layouts")).Select(d => Path.GetFileName(d)!))
            await WriteAsync("layout-" + layout, PolicySource.Read(Layouts.Text(layout)).Value);
        var (wrong, said) = await CheckAsync("catalog", Directory.GetFiles(folder));
        wrong.ShouldBeFalse(said);

        var spoilt = Path.Combine(folder, "spoilt.json");
        await File.WriteAllTextAsync(spoilt, (await File.ReadAllTextAsync(Path.Combine(folder, "mitaka.json"))).Replace("\"uuid\": \"", "\"uuid\": \"x", StringComparison.Ordinal));
        (wrong, said) = await CheckAsync("catalog", [spoilt]);
        wrong.ShouldBeTrue();
        said.ShouldContain("/catalog/uuid");
    }

    private Task WriteAsync(string name, ParsedPolicy policy) =>
        File.WriteAllBytesAsync(Path.Combine(folder, name + ".json"), OscalWriter.Write(policy, new DateTimeOffset(2026, 11, 21, 9, 0, 0, TimeSpan.FromHours(9))));

    /// <summary>Runs the checker over files of one kind: catalog, or complete for any.</summary>
    internal static async Task<(bool Wrong, string Said)> CheckAsync(string kind, IEnumerable<string> files)
    {
        Directory.Exists(Path.Combine(Web, "node_modules", "ajv")).ShouldBeTrue("npm ci in tests/Sekisho.Journeys/web has not run; ./test does it.");
        var start = new ProcessStartInfo("node", ["oscal.mjs", SharedFiles.Path("oscal", "oscal_" + kind + "_schema.json"), .. files])
        {
            WorkingDirectory = Web, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        using var node = Process.Start(start)!;
        var error = node.StandardError.ReadToEndAsync();
        var said = await node.StandardOutput.ReadToEndAsync();
        await node.WaitForExitAsync();
        return (node.ExitCode != 0, said + await error);
    }
}
