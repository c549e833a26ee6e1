using Sekisho.Kernel;

namespace Sekisho.Hosting.Cities;

/// <summary>Loads the installation's city when that has not been done to the end: with services of its own on a simulated clock.</summary>
internal static class FirstLoad
{
    internal static async Task<Result<bool>> EnsureAsync(Running running, StepReporter steps, TimeProvider time, CancellationToken ct)
    {
        var settings = running.Settings;
        if (settings.IsLoaded) return true;
        if (settings.City != "none")
        {
            var loaded = await steps.RunAsync("自治体の読み込み(" + settings.City + ")", () => LoadAsync(running, steps, time, ct));
            if (!loaded.IsOk) return loaded;
        }
        (settings with { IsLoaded = true }).Write(running.Folder);
        return true;
    }

    private static async Task<Result<bool>> LoadAsync(Running running, StepReporter steps, TimeProvider time, CancellationToken ct)
    {
        var clock = new SimulatedClock(time);
        await using var app = Server.Build(running.Folder, running.Settings, running.Options, certificate: null, running.Workers, clock);
        var loader = new CityLoader(app.Services, clock, running.Folder);
        return running.Settings.IsDemo
            ? await loader.DemoAsync(running.Settings.Folder, time.GetUtcNow(), new Progress<string>(day => steps.Say("  " + day)), ct)
            : await loader.PackAsync(running.Settings.City, ct);
    }
}
