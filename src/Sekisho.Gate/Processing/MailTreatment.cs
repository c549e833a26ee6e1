using Sekisho.Gate.Scanning;
using Sekisho.Kernel;
using Sekisho.Kernel.Sanitising;
using Sekisho.Kernel.Workers;
using Sekisho.Platform.Workers;

namespace Sekisho.Gate.Processing;

/// <summary>
/// The steps for one mail (architecture §3): scan the original, rebuild in a worker, scan every child, rebuild again without what the scanner hit,
/// verify in another worker, scan the output. The first doubt ends it: held with a reason, never passed.
/// </summary>
internal sealed class MailTreatment(IWorkers workers, IScanner scanner, TimeProvider time)
{
    /// <param name="record">Our number of the mail.</param>
    /// <param name="original">Its bytes as they came.</param>
    /// <param name="policy">The choices for its direction and sender (<see cref="SanitisePolicy.For"/>).</param>
    /// <param name="password">Typed by a person for what is locked in the mail, or null.</param>
    public async Task<Treatment> RunAsync(string record, byte[] original, string policy, string? password, CancellationToken ct)
    {
        var started = time.GetTimestamp();
        var run = new Run(workers, scanner, record, original, policy, password, ct);
        var treatment = await run.GoAsync();
        return treatment with { Duration = time.GetElapsedTime(started) };
    }

    private sealed class Run(IWorkers workers, IScanner scanner, string record, byte[] original, string policy, string? password, CancellationToken ct)
    {
        /// <summary>More infected files than this are named to no worker: such a mail is not worth a second look.</summary>
        private const int MostHits = 30;
        private readonly List<Scan> scans = [];

        public async Task<Treatment> GoAsync()
        {
            var whole = await ScanAsync("original", "", Digest.Of(original), original);
            if (whole.Outcome == ScanOutcome.Unavailable) return Hold(null, GateRefusals.ScannerAway);
            var first = await SanitiseAsync(new Dictionary<Digest, string>());
            if (!first.IsOk) return Hold(null, first.Refusals[0]);
            var hits = await ScanChildrenAsync(first.Value);
            if (hits is null) return Hold(first.Value, GateRefusals.ScannerAway);
            // The scanner saw something in the whole and in none of its parts: what it is cannot be taken out.
            if ((whole.Outcome == ScanOutcome.Infected && hits.Count == 0) || hits.Count > MostHits) return Block(first.Value);
            if (hits.Count == 0) return await VerifyAsync(first.Value);
            var second = await SanitiseAsync(hits);
            return second.IsOk ? await VerifyAsync(second.Value) : Hold(null, second.Refusals[0]);
        }

        private async Task<Treatment> VerifyAsync(WorkerReply reply)
        {
            if (reply.Outcome == Outcome.Blocked || reply.Output is not { } output) return Block(reply);
            var asked = new Dictionary<string, string>(StringComparer.Ordinal) { ["type"] = "eml" };
            if (reply.Details.TryGetValue(WorkerDetails.Lock, out var which) && password is not null) (asked[WorkerDetails.Lock], asked["password"]) = (which, password);
            var verified = await workers.AskAsync(WorkerVerb.Verify, asked, output.Bytes, ct);
            if (!verified.IsOk) return Hold(reply, verified.Refusals[0]);
            if (verified.Value.Outcome != Outcome.Clean || which is not null && verified.Value.Output is null) return Hold(reply, GateRefusals.NotVerified);
            var scanned = await ScanAsync("output", "", output.Digest, output.Bytes);
            if (scanned.Outcome == ScanOutcome.Unavailable) return Hold(reply, GateRefusals.ScannerAway);
            if (scanned.Outcome == ScanOutcome.Infected) return Hold(reply, GateRefusals.OutputInfected);
            var held = reply.Outcome != Outcome.Held ? null : reply.Details.GetValueOrDefault("ambiguous") == "1" ? GateRefusals.Ambiguous : GateRefusals.PartHeld;
            return new Treatment(reply, held, false, scans, default) { Verified = true, Locked = which is null ? null : verified.Value.Output };
        }

        private Task<Result<WorkerReply>> SanitiseAsync(IReadOnlyDictionary<Digest, string> block)
        {
            var options = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["kind"] = "mail", ["record"] = record, [SanitisePolicy.Option] = policy, ["block"] = string.Join(',', block.Select(b => b.Key.Hex + "=" + Word(b.Value))),
            };
            if (password is not null) options["password"] = password;
            return workers.AskAsync(WorkerVerb.Sanitise, options, original, ct);
        }

        private static string Word(string name) => new([.. name.Where(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_').Take(60)]);

        /// <returns>Digests of what the scanner hit and by what name; null when the scanner is away.</returns>
        private async Task<IReadOnlyDictionary<Digest, string>?> ScanChildrenAsync(WorkerReply reply)
        {
            var hits = new Dictionary<Digest, string>();
            foreach (var child in reply.Blobs.Where(b => b.Role == BlobRole.Child))
            {
                var result = await ScanAsync("child", child.Path, child.Digest, child.Bytes);
                if (result.Outcome == ScanOutcome.Unavailable) return null;
                if (result.Outcome == ScanOutcome.Infected) hits[child.Digest] = result.Name;
            }
            return hits;
        }

        private async Task<ScanResult> ScanAsync(string stage, string place, Digest digest, ReadOnlyMemory<byte> bytes)
        {
            var result = await scanner.ScanAsync(bytes, ct);
            scans.Add(new Scan(stage, place, digest, result));
            return result;
        }

        private Treatment Hold(WorkerReply? reply, Refusal why) => new(reply, why, false, scans, default);

        private Treatment Block(WorkerReply reply) => new(reply, GateRefusals.Infected, true, scans, default);
    }
}
