using System.CommandLine;
using System.Text.Json;
using Sekisho.Hosting;

namespace Sekisho.Commands;

/// <summary><c>status</c>: what is known of an installation without starting anything.</summary>
internal static class StatusCommand
{
    internal static Command Make()
    {
        var data = CommonOptions.Data();
        var json = new Option<bool>("--json") { Description = "機械が読む形" };
        var command = new Command("status", "動いているか、どこで、どの版か") { data, json };
        command.SetAction((result, ct) => RunAsync(DataFolder.Of(result.GetValue(data)), result.GetValue(json), ct));
        return command;
    }

    private static async Task<int> RunAsync(DataFolder folder, bool json, CancellationToken ct)
    {
        var settings = InstallationSettings.Read(folder);
        if (!settings.IsOk) return ExitCodes.Say(settings.Refusals);
        if (settings.Value is not { } found) return ExitCodes.Say([StartRefusals.NotThere(folder.Root)]);
        var isRunning = InstallationLock.IsTaken(folder);
        var parts = isRunning ? await HealthProbe.AskAsync(found.HttpPort, ct) : Health.Unknown;
        var state = new StatusReport(isRunning, found.City, found.IsDemo, Program.Version, folder.Root, found.HttpPort, found.SmtpPort, found.Relay,
            parts.Database, parts.Scanner, parts.Sandbox, parts.Keys, parts.Disk, parts.Detail);
        Console.Out.WriteLine(json ? JsonSerializer.Serialize(state, JsonSerializerOptions.Web) : state.Text());
        return state.Running ? ExitCodes.Done : ExitCodes.AnswerIsNo;
    }
}
