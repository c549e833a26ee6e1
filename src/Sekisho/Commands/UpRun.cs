using System.Runtime.InteropServices;
using Sekisho.Hosting;
using Sekisho.Hosting.Cities;
using Sekisho.Kernel;

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
        try
        {
            var result = await StartAsync(options, steps, time, stop.Token);
            return result.IsOk ? ExitCodes.Done : ExitCodes.Say(result.Refusals);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            steps.Say("止めました。もう一度実行すると続きから始めます。");
            return ExitCodes.Done;
        }
    }

    private static async Task<Result<bool>> StartAsync(StartOptions options, StepReporter steps, TimeProvider time, CancellationToken ct)
    {
        var folder = DataFolder.Of(options.Data);
        var settings = FirstStart.Ensure(folder, options, time);
        if (!settings.IsOk) return settings.As<bool>();
        using var taken = InstallationLock.TryTake(folder);
        if (taken is null) return StartRefusals.Running(folder.Root);
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
            ? StartRefusals.NoSandbox(string.Join(' ', state.Violations.Append(state.Detail)).Trim()) : (Result<bool>)true);
        if (!sandbox.IsOk) ExitCodes.Say(sandbox.Refusals);
        var loaded = await FirstLoad.EnsureAsync(running, steps, time, ct);
        if (!loaded.IsOk) return loaded;
        await CityName.ShowAsync(running.Services, ct);
        var paper = await RecoveryPaper.MakeOnceAsync(running.Services, ct);
        await using var scanner = new ScannerProcess(running.Folder);
        var scanning = await steps.RunAsync("ウイルス検査の起動", async () =>
            await scanner.StartAsync(running.Settings.IsDemo, time, ct) is { } refusal ? refusal : (Result<bool>)true);
        if (!scanning.IsOk) ExitCodes.Say(scanning.Refusals);
        var started = await steps.RunAsync("画面と受付の起動", async () =>
        {
            await running.App.StartAsync(ct);
            return (Result<bool>)true;
        });
        if (!started.IsOk) return started;
        await StartScreen.PrintAsync(running, paper, Console.Out, ct);
        await WaitAsync(ct);
        steps.Say("止めています …");
        using var limit = new CancellationTokenSource(StopTime, time);
        await running.App.StopAsync(limit.Token);
        return true;
    }

    private static async Task WaitAsync(CancellationToken ct)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = ct.Register(done.SetResult);
        await done.Task;
    }

    private static void Stop(PosixSignalContext signal, CancellationTokenSource stop)
    {
        signal.Cancel = true;
        stop.Cancel();
    }
}
