using Sekisho.Kernel.Clauses;
using Sekisho.Kernel.Verdicts;

namespace Sekisho.Conformity.Judging;

/// <summary>One row of the board. Counts are obligations: good of all that are not 対象外.</summary>
/// <param name="Base">The verdict without RSK-03 and OPS-02; null when no other control answers the article.</param>
/// <param name="IsRecommendationUnmet">推奨が未達: only a should or may does not conform.</param>
public sealed record ArticleResult(
    ClauseRef Path,
    Cell City,
    IReadOnlyDictionary<string, Cell> Organs,
    IReadOnlyDictionary<string, Cell> Units,
    Verdict? Base,
    bool IsRecommendationUnmet,
    IReadOnlyList<ObligationResult> Obligations);
