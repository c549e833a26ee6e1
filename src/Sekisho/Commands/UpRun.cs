using System.Runtime.InteropServices;
using Sekisho.Hosting;
using Sekisho.Hosting.Cities;
using Sekisho.Kernel;
using Sekisho.Platform.Jobs;
using Sekisho.Platform.Keys;

namespace Sekisho.Commands;

/// <summary>The life of <c>up</c>: prepare, start, show, wait, stop in order.</summary>
internal static class UpRun
{
    private static readonly TimeSpan StopTime = TimeSpan.FromSeconds(30);

    internal static async Task<int> RunAsync(StartOptions options, TimeProvider time, CancellationToken ct)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, s => Stop(s, stop));
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, s => Stop(s, stop));
        using var hangup = PosixSignalRegistration.Create(PosixSignal.SIGHUP, s => Stop(s, stop));
        var steps = new StepReporter(time);
        var folder = DataFolder.Of(options.Data);
        try
        {
            var result = await StartAsync(folder, options, steps, time, stop.Token);
            return result.IsOk ? ExitCodes.Done : ExitCodes.Say(result.Refusals);
        }
        catch (UnauthorizedAccessException)
        {
            return ExitCodes.Say([StartRefusals.NoRight(folder.Root)]);
        }
        catch (IOException e)
        {
            return ExitCodes.Say([StartRefusals.Storage(folder.Root, e)]);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            steps.Say("止めました。もう一度実行すると続きから始めます。");
            return ExitCodes.Done;
        }
    }

    private static async Task<Result<bool>> StartAsync(DataFolder folder, StartOptions options, StepReporter steps, TimeProvider time, CancellationToken ct)
    {
        var made = folder.Create();
        if (!made.IsOk) return made.As<bool>();
        // Before anything is written: a second start must not change what the first one works with.
        using var taken = InstallationLock.TryTake(folder);
        if (taken is null) return StartRefusals.Running(folder.Root);
        var settings = FirstStart.Ensure(folder, options, time);
        if (!settings.IsOk) return settings.As<bool>();
        var choices = MailSetup.PolicyOf(folder);
        if (!choices.IsOk) return choices.As<bool>();
        if ((Ports.Check(settings.Value.HttpPort, "--http") ?? Ports.Check(settings.Value.SmtpPort, "--smtp")) is { } busy) return busy;
        var certificate = ServerCertificate.Load(folder, options.Certificate, steps.Say, time);
        if (!certificate.IsOk) return certificate.As<bool>();
        var opened = await Running.OpenAsync(folder, settings.Value, certificate.Value, steps, time, ct);
        if (!opened.IsOk) return opened.As<bool>();
        await using var running = opened.Value;
        return await ServeAsync(running, steps, time, ct);
    }

    private static async Task<Result<bool>> ServeAsync(Running running, StepReporter steps, TimeProvider time, CancellationToken ct)
    {
        var sandbox = await steps.RunAsync("隔離環境の確認", async () => await running.Workers.ProbeAsync(ct) is { IsUsable: false } state
            ? StartRefusals.NoSandbox(state) : (Result<bool>)true);
        if (!sandbox.IsOk) ExitCodes.Say(sandbox.Refusals);
        if (running.Services.GetRequiredService<KeyFile>().Trouble is { } trouble) ExitCodes.Say([StartRefusals.NoKey(running.Folder.KeyFile, trouble)]);
        var loaded = await FirstLoad.EnsureAsync(running, steps, time, ct);
        if (!loaded.IsOk) return loaded;
        await CityName.ShowAsync(running.Services, ct);
        var paper = await RecoveryPaper.MakeOnceAsync(running.Services, ct);
        await using var scanner = new ScannerProcess(running.Folder);
        var scanning = await steps.RunAsync("ウイルス検査の起動", async () =>
            await scanner.StartAsync(running.Settings.IsDemo, time, ct) is { } refusal ? refusal : (Result<bool>)true);
        if (!scanning.IsOk) ExitCodes.Say(scanning.Refusals);
        // The lock is ours: whatever still counts as being worked on belonged to a predecessor that was killed.
        await running.Services.GetRequiredService<JobQueue>().TakeBackAsync(ct);
        var started = await steps.RunAsync("画面と受付の起動", async () =>
        {
            await running.App.StartAsync(ct);
            return (Result<bool>)true;
        });
        if (!started.IsOk) return started;
        await StartScreen.PrintAsync(running, paper, Console.Out, ct);
        var stopping = await WorkAsync(running, scanner, time, ct);
        steps.Say("止めています …");
        using var limit = new CancellationTokenSource(StopTime, time);
        await running.App.StopAsync(limit.Token);
        return stopping;
    }

    /// <summary>Until it is told to stop, or until the services ended by themselves: then nobody would take mail, and the caller must hear it.</summary>
    private static async Task<Result<bool>> WorkAsync(Running running, ScannerProcess scanner, TimeProvider time, CancellationToken ct)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(ct, running.App.Lifetime.ApplicationStopping);
        await new Upkeep(running, scanner, time, running.Services.GetRequiredService<ILogger<Upkeep>>()).RunAsync(end.Token);
        return ct.IsCancellationRequested ? true : StartRefusals.Stopped(running.Folder.Root);
    }

    private static void Stop(PosixSignalContext signal, CancellationTokenSource stop)
    {
        signal.Cancel = true;
        stop.Cancel();
    }
}
