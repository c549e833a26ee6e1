using Sekisho.Gate.Scanning;
using Sekisho.Kernel;
using Sekisho.Kernel.Workers;

namespace Sekisho.Gate.Processing;

/// <summary>What the workers and the scanner made of one mail. Nothing of it has been written yet.</summary>
/// <param name="Reply">The rebuilding worker's answer; null when there was none.</param>
/// <param name="Hold">Why a person must decide; null when the mail may go on.</param>
/// <param name="Blocked">True when nothing of the mail may go on.</param>
/// <param name="Scans">Every answer of the scanner.</param>
/// <param name="Duration">Time from the first scan to the last answer.</param>
internal sealed record Treatment(WorkerReply? Reply, Refusal? Hold, bool Blocked, IReadOnlyList<Scan> Scans, TimeSpan Duration)
{
    /// <summary>The bytes that were verified and scanned: the only ones that may ever be delivered.</summary>
    public WorkerBlob? Output => Verified ? Locked ?? Reply?.Output : null;
    /// <summary>The verified bytes with what a typed password opened locked again, made by the process that verified them; null where the policy gives it open.</summary>
    public WorkerBlob? Locked { get; init; }
    /// <summary>True when the second worker accepted exactly the output's bytes and the scanner found nothing in them.</summary>
    public bool Verified { get; init; }
    public Outcome Outcome => Blocked ? Outcome.Blocked : Hold is not null ? Outcome.Held : Reply?.Outcome ?? Outcome.Held;
}
