using System.Collections.Concurrent;
using Sekisho.Kernel;
using Sekisho.Kernel.Workers;

namespace Sekisho.Platform.Workers;

/// <summary>
/// Workers for one side of the work. Rebuilding and verifying have a lane each: a process that rebuilt anything never verifies (law E9).
/// A used-up worker is ended and its successor started in the background, so the next item does not wait for a process start.
/// </summary>
internal sealed class WorkerLane(SandboxLauncher launcher, ToolRunner tools, WorkerPoolOptions options, TimeProvider time) : IAsyncDisposable
{
    private readonly SemaphoreSlim places = new(options.Lanes, options.Lanes);
    private readonly ConcurrentQueue<Task<Result<WorkerProcess>>> waiting = new();
    private readonly CancellationTokenSource closing = new();

    /// <summary>Starts the workers that wait for the first items.</summary>
    internal void Fill()
    {
        for (var i = waiting.Count; i < options.Lanes; i++) waiting.Enqueue(StartAsync());
    }

    internal async Task<Result<WorkerReply>> AskAsync(WorkerVerb verb, IReadOnlyDictionary<string, string> questions, ReadOnlyMemory<byte> payload, CancellationToken ct)
    {
        await places.WaitAsync(ct).ConfigureAwait(false);
        try
        {
            var taken = await TakeAsync().ConfigureAwait(false);
            if (!taken.IsOk) return taken.As<WorkerReply>();
            try
            {
                return await taken.Value.AskAsync(verb, questions, payload, tools, ct).ConfigureAwait(false);
            }
            finally
            {
                await ReturnAsync(taken.Value).ConfigureAwait(false);
            }
        }
        finally
        {
            places.Release();
        }
    }

    /// <summary>Process ids of the workers at rest, for tests that kill one.</summary>
    internal async Task<IReadOnlyList<int>> RestingAsync()
    {
        var all = await Task.WhenAll(waiting).ConfigureAwait(false);
        return [.. all.Where(w => w.IsOk).Select(w => w.Value.Id)];
    }

    /// <summary>Ends the workers at rest.</summary>
    internal async Task EmptyAsync()
    {
        while (waiting.TryDequeue(out var task))
            if (await task.ConfigureAwait(false) is { IsOk: true } worker) await worker.Value.DisposeAsync().ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync().ConfigureAwait(false);
        await EmptyAsync().ConfigureAwait(false);
        closing.Dispose();
        places.Dispose();
    }

    private async Task<Result<WorkerProcess>> TakeAsync()
    {
        while (waiting.TryDequeue(out var task))
        {
            var worker = await task.ConfigureAwait(false);
            if (!worker.IsOk) continue;
            if (!worker.Value.HasEnded) return worker;
            await worker.Value.DisposeAsync().ConfigureAwait(false);
        }
        return await StartAsync().ConfigureAwait(false);
    }

    private async ValueTask ReturnAsync(WorkerProcess worker)
    {
        if (closing.IsCancellationRequested || worker.MustGo)
        {
            await worker.DisposeAsync().ConfigureAwait(false);
            if (!closing.IsCancellationRequested && options.Succeeds) waiting.Enqueue(StartAsync());
            return;
        }
        waiting.Enqueue(Task.FromResult<Result<WorkerProcess>>(worker));
    }

    private async Task<Result<WorkerProcess>> StartAsync()
    {
        try
        {
            return await WorkerProcess.StartAsync(launcher, options, time, closing.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (e is System.ComponentModel.Win32Exception or OperationCanceledException)
        {
            return WorkerRefusals.NoSandbox;
        }
    }
}
