using Sekisho.Conformity.Rules;
using Sekisho.Kernel.Ledger;

namespace Sekisho.Conformity.Judging;

/// <summary>Why a verdict is what it is.</summary>
/// <param name="Key">The clause that fired (SAN-01.2), or a common.* key of <see cref="ReasonKeys"/>.</param>
/// <param name="Sentence">The clause's sentence filled in; null for common keys, whose words belong to the screen.</param>
/// <param name="Evidence">The facts that say so, newest first, at most <see cref="MostEvidence"/>.</param>
/// <param name="EvidenceCount">How many there are in all.</param>
/// <param name="MissingFacts">Names of facts without which nothing better can be said.</param>
public sealed record Reason(
    string Key,
    string? Sentence,
    NotApplicableReason? Because,
    IReadOnlyList<SealedRecord> Evidence,
    int EvidenceCount,
    IReadOnlyList<string> MissingFacts)
{
    public const int MostEvidence = 20;

    public static Reason Common(string key, NotApplicableReason? because = null, params IReadOnlyList<string> missing) => new(key, null, because, [], 0, missing);
}
