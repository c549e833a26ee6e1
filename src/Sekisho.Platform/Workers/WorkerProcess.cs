using Sekisho.Kernel;
using Sekisho.Kernel.Workers;

namespace Sekisho.Platform.Workers;

/// <summary>One worker and the conversation with it. After a refusal or an answer with <see cref="MustGo"/> it is used no more.</summary>
internal sealed class WorkerProcess : IAsyncDisposable
{
    private readonly SandboxProcess sandbox;
    private readonly FrameStream frames;
    private readonly WorkerPoolOptions options;
    private readonly TimeProvider time;
    private int lastNumber;
    /// <summary>Ticks of this item spent waiting for tools, and since when one runs; 0 when none does. Written by the talk, read by the watch.</summary>
    private long inTools, toolSince;

    private WorkerProcess(SandboxProcess sandbox, WorkerPoolOptions options, TimeProvider time)
    {
        (this.sandbox, this.options, this.time) = (sandbox, options, time);
        frames = new FrameStream(sandbox.Output, sandbox.Input);
    }

    internal int Id => sandbox.Id;
    internal bool HasEnded => sandbox.HasEnded;
    internal int Served => lastNumber;
    internal string LastWords => sandbox.LastWords();
    /// <summary>True once the worker may not be asked again.</summary>
    internal bool MustGo { get; private set; }

    /// <summary>Starts a worker and waits until it says that it is ready.</summary>
    internal static async Task<Result<WorkerProcess>> StartAsync(SandboxLauncher launcher, WorkerPoolOptions options, TimeProvider time, CancellationToken ct)
    {
        var worker = new WorkerProcess(await SandboxProcess.StartAsync(launcher, launcher.Command.Program("worker")).ConfigureAwait(false), options, time);
        var ready = await worker.GuardedAsync(options.StartTime, async token =>
            await worker.frames.ReadAsync(0, token).ConfigureAwait(false) is { Kind: FrameKind.Ready } ? (Result<bool>)true : WorkerRefusals.NoSandbox, ct).ConfigureAwait(false);
        worker.sandbox.IsBound = ready.IsOk;
        if (ready.IsOk) return worker;
        await worker.DisposeAsync().ConfigureAwait(false);
        return WorkerRefusals.NoSandbox;
    }

    /// <summary>One question, with as many tool runs in between as the worker wishes within the limits.</summary>
    internal async Task<Result<WorkerReply>> AskAsync(
        WorkerVerb verb, IReadOnlyDictionary<string, string> questions, ReadOnlyMemory<byte> payload, ToolRunner tools, CancellationToken ct)
    {
        var request = new WorkerRequest(++lastNumber, verb, questions, payload);
        Interlocked.Exchange(ref inTools, 0);
        var answer = await GuardedAsync(options.TimeFor(payload.Length), token => TalkAsync(request, tools, token), ct).ConfigureAwait(false);
        if (!answer.IsOk || answer.Value.Discard || lastNumber >= options.Reuse) MustGo = true;
        return answer;
    }

    internal void Kill() => sandbox.Kill();
    public ValueTask DisposeAsync() => sandbox.DisposeAsync();

    private async Task<Result<WorkerReply>> TalkAsync(WorkerRequest request, ToolRunner tools, CancellationToken ct)
    {
        await frames.WriteAsync(RequestFrames.Of(request), ct).ConfigureAwait(false);
        for (var runs = 0; ; runs++)
        {
            var frame = await frames.ReadAsync(WorkerLimits.ReplyBytes, ct).ConfigureAwait(false);
            switch (frame?.Kind)
            {
                case null: return WorkerRefusals.Died;
                case FrameKind.Failed: return WorkerRefusals.Failed with { WhatToDo = WorkerRefusals.Failed.WhatToDo + "(" + ReplyFrames.FailedKind(frame) + ")" };
                case FrameKind.Reply: return Checked(request, ReplyFrames.Reply(frame, request.Number));
                case FrameKind.ToolRequest when runs < WorkerLimits.ToolRuns:
                    var reply = await TooledAsync(tools, ReplyFrames.ToolRequest(frame), ct).ConfigureAwait(false);
                    await frames.WriteAsync(RequestFrames.Of(reply), ct).ConfigureAwait(false);
                    break;
                default: throw new FrameException("frame out of turn");
            }
        }
    }

    /// <summary>A tool has a limit of its own: while it runs, the worker's clock stands.</summary>
    private async Task<ToolReply> TooledAsync(ToolRunner tools, ToolRequest request, CancellationToken ct)
    {
        var since = time.GetTimestamp();
        Interlocked.Exchange(ref toolSince, since);
        try
        {
            return await tools.RunAsync(request, ct).ConfigureAwait(false);
        }
        finally
        {
            Interlocked.Add(ref inTools, time.GetElapsedTime(since).Ticks);
            Interlocked.Exchange(ref toolSince, 0);
        }
    }

    private TimeSpan InTools()
    {
        var since = Interlocked.Read(ref toolSince);
        return TimeSpan.FromTicks(Interlocked.Read(ref inTools)) + (since == 0 ? TimeSpan.Zero : time.GetElapsedTime(since));
    }

    /// <summary>A verifier must have read exactly the bytes that will be released; it hands something back only where it was asked to lock what it accepted.</summary>
    private static WorkerReply Checked(WorkerRequest request, WorkerReply reply)
    {
        if (request.Verb != WorkerVerb.Verify) return reply;
        if (!reply.Details.TryGetValue("digest", out var digest) || !string.Equals(digest, Digest.Of(request.Payload.Span).Hex, StringComparison.Ordinal))
            throw new FrameException("the verifier read other bytes");
        return reply.Blobs.Count == 0 || request.Options.ContainsKey(WorkerDetails.Lock) && reply.Blobs is [{ Role: BlobRole.Output }] ? reply : throw new FrameException("a verifier hands nothing back");
    }

    /// <summary>Runs one exchange under the clock and the memory watchdog; whatever goes wrong ends the process and becomes a refusal.</summary>
    private async Task<Result<T>> GuardedAsync<T>(TimeSpan limit, Func<CancellationToken, Task<Result<T>>> exchange, CancellationToken ct)
    {
        var result = await WatchedAsync(limit, exchange, ct).ConfigureAwait(false);
        // A caller that gave up caused the end itself: that is no word about the item.
        if (!result.IsOk) ct.ThrowIfCancellationRequested();
        return result;
    }

    private async Task<Result<T>> WatchedAsync<T>(TimeSpan limit, Func<CancellationToken, Task<Result<T>>> exchange, CancellationToken ct)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var watch = WatchAsync(limit, ended.Token);
        Refusal? cut = null;
        try
        {
            var talk = exchange(ended.Token);
            if (await Task.WhenAny(talk, watch).ConfigureAwait(false) == watch)
            {
                cut = await watch.ConfigureAwait(false);
                MustGo = true;
                sandbox.Kill();
            }
            var answer = await talk.ConfigureAwait(false);
            return cut is null ? answer : cut;
        }
        catch (FrameException)
        {
            return cut ?? await EndedAsync(WorkerRefusals.Protocol).ConfigureAwait(false);
        }
        catch (IOException)
        {
            return cut ?? await EndedAsync(WorkerRefusals.Died).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cut is not null)
        {
            return cut;
        }
        catch (OperationCanceledException)
        {
            MustGo = true;
            sandbox.Kill();
            throw;
        }
        finally
        {
            await ended.CancelAsync().ConfigureAwait(false);
        }
    }

    /// <summary>A pipe cut short because the process died is a death, not an attack on the protocol.</summary>
    private async Task<Refusal> EndedAsync(Refusal otherwise)
    {
        MustGo = true;
        using var moment = new CancellationTokenSource(TimeSpan.FromMilliseconds(200), time);
        try
        {
            await sandbox.EndAsync(moment.Token).ConfigureAwait(false);
            return WorkerRefusals.Died;
        }
        catch (OperationCanceledException)
        {
            sandbox.Kill();
            return otherwise;
        }
    }

    private async Task<Refusal?> WatchAsync(TimeSpan limit, CancellationToken ct)
    {
        var start = time.GetTimestamp();
        using var timer = new PeriodicTimer(options.WatchEvery, time);
        try
        {
            while (await timer.WaitForNextTickAsync(ct).ConfigureAwait(false))
            {
                var all = time.GetElapsedTime(start);
                if (all - InTools() >= limit || all >= options.MaximumTime) return WorkerRefusals.TimedOut;
                if (ProcessTree.ResidentBytes(sandbox.Id) > options.Sandbox.ResidentBytes) return WorkerRefusals.Memory;
            }
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // The exchange ended first, or the caller gave up: nothing to report.
        }
        return null;
    }
}
