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
        using var free = InstallationLock.TryTake(folder);
        var health = free is null ? await HealthProbe.AskAsync(found.HttpPort, ct) : null;
        var state = new StatusReport(free is null, found.City, found.IsDemo, Program.Version, folder.Root, found.HttpPort, found.SmtpPort, found.Relay,
            health?.Database ?? false, health?.Sandbox ?? false);
        Console.Out.WriteLine(json ? JsonSerializer.Serialize(state, JsonSerializerOptions.Web) : state.Text());
        return state.Running ? ExitCodes.Done : ExitCodes.AnswerIsNo;
    }
}
