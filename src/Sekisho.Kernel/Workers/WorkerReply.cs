namespace Sekisho.Kernel.Workers;

/// <summary>A worker's answer. Everything in it is a claim of a distrusted process; ranges are checked when it is read from the pipe.</summary>
/// <param name="Number">The request's number.</param>
/// <param name="Outcome">For <see cref="WorkerVerb.Verify"/>: Clean = accepted, anything else = refused.</param>
/// <param name="Findings">What was seen.</param>
/// <param name="Parts">One report per attachment, body or entry.</param>
/// <param name="Blobs">Bytes handed back.</param>
/// <param name="Details">Values the verb names: <c>digest</c> (verify), <c>encoding</c> (text), <c>subject</c> (mail) …</param>
/// <param name="Discard">The worker asks to be discarded: a parser-attack finding (‡), or anything but managed readers ran.</param>
public sealed record WorkerReply(
    int Number, Outcome Outcome, IReadOnlyList<Finding> Findings, IReadOnlyList<PartReport> Parts,
    IReadOnlyList<WorkerBlob> Blobs, IReadOnlyDictionary<string, string> Details, bool Discard)
{
    /// <summary>The product; null when there is none. Of a held item it is what a release would deliver.</summary>
    public WorkerBlob? Output => Blobs.FirstOrDefault(b => b.Role == BlobRole.Output);
}
