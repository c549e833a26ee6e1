using Sekisho.Kernel;

namespace Sekisho.Conformity.Judging;

/// <summary>The board of one instant.</summary>
/// <param name="InputDigest">Over pack, catalogue, document, calendar-free parameters, engine version and leaf count: the same digest means the same answer.</param>
public sealed record JudgeResult(
    DateTimeOffset AsOf,
    long LeafCount,
    Digest InputDigest,
    Structure Structure,
    IReadOnlyDictionary<string, ControlResult> Controls,
    IReadOnlyList<ObligationResult> Obligations,
    IReadOnlyList<ArticleResult> Articles);
