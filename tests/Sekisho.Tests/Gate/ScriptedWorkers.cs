using System.Text;
using Sekisho.Kernel;
using Sekisho.Kernel.Workers;
using Sekisho.Platform.Workers;

namespace Sekisho.Tests.Gate;

/// <summary>Workers that do as the test says: by default they rebuild "clean: " and accept everything.</summary>
internal sealed class ScriptedWorkers : IWorkers
{
    public SandboxState State { get; set; } = new(true, [], "", DateTimeOffset.UnixEpoch);
    public Func<IReadOnlyDictionary<string, string>, string, Result<WorkerReply>> Sanitise { get; set; } = (_, text) => Reply(Outcome.Clean, "clean: " + text);
    public Func<string, Result<WorkerReply>> Verify { get; set; } = _ => Reply(Outcome.Clean, null);

    public bool NeverLocks { get; set; }

    public Task<Result<WorkerReply>> AskAsync(WorkerVerb verb, IReadOnlyDictionary<string, string> options, ReadOnlyMemory<byte> payload, CancellationToken ct)
    {
        var text = Encoding.UTF8.GetString(payload.Span);
        if (verb == WorkerVerb.Sanitise) return Task.FromResult(Sanitise(options, text));
        // The second worker locks what the first says, with the password it is given.
        var locks = !NeverLocks && options.ContainsKey(WorkerDetails.Lock) && Verify(text) is { IsOk: true, Value: { Outcome: Outcome.Clean, Output: null } };
        return Task.FromResult(locks ? Reply(Outcome.Clean, "locked with " + options["password"] + ": " + text) : Verify(text));
    }

    public static WorkerReply Reply(Outcome outcome, string? output, params string[] children) => new(
        1, outcome, [], [],
        [
            .. children.Select((c, i) => WorkerBlob.Of(BlobRole.Child, i.ToString(System.Globalization.CultureInfo.InvariantCulture), Encoding.UTF8.GetBytes(c))),
            .. output is null ? (WorkerBlob[])[] : [WorkerBlob.Of(BlobRole.Output, "", Encoding.UTF8.GetBytes(output))],
        ],
        new Dictionary<string, string>(StringComparer.Ordinal) { ["subject"] = "x", ["bodyToText"] = "1" }, false);
}
