using Sekisho.Journeys.Support;

namespace Sekisho.Journeys;

/// <summary>The city has a database server of its own: everything runs on it, and what goes wrong with it is said in a sentence.</summary>
public sealed class ExternalDatabaseJourney
{
    [Fact]
    public async Task Everything_runs_on_a_server_of_others_and_a_backup_goes_back_onto_it()
    {
        await using var server = await PostgresServer.StartAsync();
        await using var at = await Installation.StartAsync("SKS", twist: new() { Environment = Of(server, "sekisho city") });
        Directory.Exists(Path.Combine(at.Data, "postgres")).ShouldBeFalse("no cluster of our own is made");
        (await at.VerbAsync("ledger", "verify")).Succeeded();
        var file = Path.Combine(at.Parent, "backup");
        (await at.VerbAsync("backup", file)).Succeeded();
        await at.StopAsync();

        var restored = Path.Combine(at.Parent, "restored");
        var kept = Directory.CreateDirectory(restored + ".keys");
        File.Copy(Path.Combine(at.Data + ".keys", "kek"), Path.Combine(kept.FullName, "kek"));
        if (Environment.IsPrivilegedProcess) (await Command.RunAsync("/bin/chown", ["-R", "sekisho:", kept.FullName])).Succeeded();
        var full = await RestoreAsync(Of(server, "sekisho city"));
        (full.ExitCode, full.Error).ShouldSatisfyAllConditions(f => f.ExitCode.ShouldBe(4), f => f.Error.ShouldContain("空ではありません"));
        (await RestoreAsync(Of(server, "another"))).Succeeded().Out.ShouldContain("新しい台帳が続く");

        await server.StopAsync();
        var gone = await at.VerbAsync("ledger", "verify");
        gone.ExitCode.ShouldBe(4);
        gone.Error.ShouldContain("SEKISHO_DATABASE");

        Task<Command> RestoreAsync(IReadOnlyDictionary<string, string> environment) =>
            Command.RunAsync(Path.Combine(Checkout.Root, "sekisho"), ["restore", file, "--data", restored], environment: environment);
    }

    private static Dictionary<string, string> Of(PostgresServer server, string database) => new(StringComparer.Ordinal) { ["SEKISHO_DATABASE"] = server.Connection(database) };
}
