using Sekisho.Kernel;
using Sekisho.Kernel.Workers;

namespace Sekisho.Platform.Workers;

/// <summary>The way to the sandboxed workers. A seam: tests give a fake, the product gives <see cref="WorkerPool"/>.</summary>
public interface IWorkers
{
    /// <summary>Whether anything hostile may be accepted now.</summary>
    SandboxState State { get; }

    /// <summary>
    /// Asks one worker. Every failure of the worker is a refusal of <see cref="WorkerRefusals"/>: the caller holds the item with that reason.
    /// A verify answer is only returned after its digest was compared with the bytes that were sent.
    /// </summary>
    Task<Result<WorkerReply>> AskAsync(WorkerVerb verb, IReadOnlyDictionary<string, string> options, ReadOnlyMemory<byte> payload, CancellationToken ct);
}
