using Sekisho.Kernel;
using Sekisho.Kernel.Workers;
using Sekisho.Platform.Workers;
using Sekisho.Sanitizing.PlainText;

namespace Sekisho.Tests.Support;

/// <summary>The verb text answered in this process: for tests of what stands behind the sandbox, never of the sandbox.</summary>
internal sealed class InProcessWorkers : IWorkers
{
    public SandboxState State { get; } = new(true, [], "", DateTimeOffset.UnixEpoch);

    public Task<Result<WorkerReply>> AskAsync(WorkerVerb verb, IReadOnlyDictionary<string, string> options, ReadOnlyMemory<byte> payload, CancellationToken ct) =>
        Task.FromResult(verb == WorkerVerb.Text ? (Result<WorkerReply>)TextVerb.Answer(new WorkerRequest(1, verb, options, payload), new PdfTool()) : WorkerRefusals.NoSandbox);
}
