using Sekisho.Gate.Scanning;
using Sekisho.Kernel;
using Sekisho.Kernel.Workers;
using Sekisho.Platform.Workers;

namespace Sekisho.Commands;

/// <summary>One file through a rebuilding worker, the scanner where one is named (ID-11), and a verifying worker (law E3).</summary>
internal sealed class SanitiseRun(WorkerPool workers, IScanner? scanner, TimeProvider time)
{
    internal async Task<Result<SanitisedFile>> OneAsync(ReadOnlyMemory<byte> bytes, IReadOnlyDictionary<string, string> options, CancellationToken ct)
    {
        var started = time.GetUtcNow();
        // What nobody scans need not come back.
        if (scanner is null) options = new Dictionary<string, string>(options, StringComparer.Ordinal) { ["children"] = "none" };
        var answer = await workers.AskAsync(WorkerVerb.Sanitise, options, bytes, ct);
        if (!answer.IsOk) return answer.As<SanitisedFile>();
        var reply = answer.Value;
        var made = reply.Output;
        WorkerReply? verdict = null;
        if (made is not null && (verdict = await VerdictAsync(reply, made, options, ct)) is null) reply = Stopped(reply, "VERIFY_FAILED", Outcome.Blocked, "");
        var scan = "not asked";
        if (scanner is not null) (reply, scan) = await ScannedAsync(reply, [bytes, .. reply.Blobs.Select(b => b.Bytes)], ct);
        var delivered = reply.Outcome is Outcome.Clean or Outcome.Cleaned or Outcome.Raster or Outcome.Text ? reply.Output : null;
        if (delivered is not null && verdict?.Output is { } locked)
        {
            delivered = locked;
            reply = reply with { Details = new Dictionary<string, string>(reply.Details, StringComparer.Ordinal) { ["name"] = verdict.Details.GetValueOrDefault("name", ""), ["type"] = "zip" } };
        }
        return new SanitisedFile(reply, delivered, scan, started, time.GetUtcNow() - started);
    }

    /// <summary>The original, every file inside and the output; a hit blocks, no answer holds.</summary>
    private async Task<(WorkerReply Reply, string Scan)> ScannedAsync(WorkerReply reply, IReadOnlyList<ReadOnlyMemory<byte>> all, CancellationToken ct)
    {
        var scan = "";
        foreach (var bytes in all)
        {
            var result = await scanner!.ScanAsync(bytes, ct);
            scan = result.SignatureVersion.Length > 0 ? result.Engine + " " + result.SignatureVersion : result.Engine;
            if (result.Outcome == ScanOutcome.Infected) return (Stopped(reply, "ID-11", Outcome.Blocked, result.Name), scan);
            if (result.Outcome == ScanOutcome.Unavailable) return (Stopped(reply, "ID-11", Outcome.Held, result.Name), scan);
        }
        return (reply, scan);
    }

    /// <summary>The second worker's answer; null when it refused, or did not lock what was to be locked.</summary>
    private async Task<WorkerReply?> VerdictAsync(WorkerReply reply, WorkerBlob made, IReadOnlyDictionary<string, string> options, CancellationToken ct)
    {
        var asked = new Dictionary<string, string> { ["type"] = reply.Details.GetValueOrDefault("type", ""), ["outcome"] = reply.Outcome.ToString() };
        var toLock = reply.Details.ContainsKey(WorkerDetails.Lock);
        if (toLock) (asked[WorkerDetails.Lock], asked["name"], asked["password"]) = (reply.Details[WorkerDetails.Lock], reply.Details.GetValueOrDefault("name", ""), options.GetValueOrDefault("password", ""));
        var verdict = await workers.AskAsync(WorkerVerb.Verify, asked, made.Bytes, ct);
        return verdict.IsOk && verdict.Value.Outcome == Outcome.Clean && toLock == (verdict.Value.Output is not null) ? verdict.Value : null;
    }

    private static WorkerReply Stopped(WorkerReply reply, string rule, Outcome outcome, string name) => reply with
    {
        Outcome = outcome, Blobs = [],
        Findings = [.. reply.Findings, new Finding(rule, outcome == Outcome.Held ? FindingAction.Held : FindingAction.Blocked, "", 1, new Dictionary<string, string> { ["name"] = name })],
    };
}
