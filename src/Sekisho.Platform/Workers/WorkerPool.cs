using Sekisho.Kernel;
using Sekisho.Kernel.Workers;

namespace Sekisho.Platform.Workers;

/// <summary>
/// The workers of one installation. Nothing is asked before the probe has found the sandbox sound; without one every question is refused
/// with <see cref="WorkerRefusals.NoSandbox"/>. Thread-safe.
/// </summary>
public sealed class WorkerPool : IWorkers, IAsyncDisposable
{
    private readonly SandboxLauncher launcher;
    private const string NoWorker = "隔離環境の中でプログラムを始められません";
    private readonly SandboxProbe probe;
    private readonly TimeProvider time;
    private readonly WorkerLane rebuilding, verifying;
    private volatile SandboxState state;

    public WorkerPool(WorkerPoolOptions options, TimeProvider time)
    {
        this.time = time;
        launcher = new SandboxLauncher(options.Sandbox);
        probe = new SandboxProbe(launcher, options, time);
        var tools = new ToolRunner(launcher, options, time);
        (rebuilding, verifying) = (new WorkerLane(launcher, tools, options, time), new WorkerLane(launcher, tools, options, time));
        state = new SandboxState(false, [], "not probed yet", time.GetUtcNow());
    }

    public SandboxState State => state;

    internal WorkerLane Rebuilding => rebuilding;
    internal WorkerLane Verifying => verifying;

    /// <summary>
    /// Probes the sandbox. May be called again at any time. The first workers start beside the probe, so that nobody waits for one behind the other; they are asked nothing before
    /// the probe has found the sandbox sound, and end when it has not.
    /// </summary>
    public async Task<SandboxState> ProbeAsync(CancellationToken ct)
    {
        rebuilding.Fill();
        verifying.Fill();
        var found = await probe.RunAsync(ct).ConfigureAwait(false);
        Trust(found);
        if (!found.IsUsable) await Task.WhenAll(rebuilding.EmptyAsync(), verifying.EmptyAsync()).ConfigureAwait(false);
        return found;
    }

    /// <summary>Takes the answer of a probe and starts the workers when it is good.</summary>
    internal void Trust(SandboxState found)
    {
        state = found;
        if (!found.IsUsable) return;
        rebuilding.Fill();
        verifying.Fill();
    }

    public async Task<Result<WorkerReply>> AskAsync(WorkerVerb verb, IReadOnlyDictionary<string, string> options, ReadOnlyMemory<byte> payload, CancellationToken ct)
    {
        if (!state.IsUsable) return WorkerRefusals.NoSandbox;
        if (payload.Length > (verb == WorkerVerb.Verify ? WorkerLimits.ReplyBytes : WorkerLimits.RequestBytes)) return WorkerRefusals.TooLarge;
        var lane = verb == WorkerVerb.Verify ? verifying : rebuilding;
        var answer = await lane.AskAsync(verb, options, payload, ct).ConfigureAwait(false);
        // Not even a worker could be started: nothing more is taken in until a probe finds the sandbox sound again.
        if (!answer.IsOk && answer.Refusals[0] == WorkerRefusals.NoSandbox) state = new SandboxState(false, [], NoWorker, time.GetUtcNow());
        return answer;
    }

    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(rebuilding.DisposeAsync().AsTask(), verifying.DisposeAsync().AsTask()).ConfigureAwait(false);
        launcher.Dispose();
    }
}
