using Sekisho.Kernel.Verdicts;

namespace Sekisho.Conformity.Judging;

/// <summary>A verdict with its count: good is 適合 and 特例, total is everything but 対象外 (shared rule 1).</summary>
/// <param name="IsStatement">A statement decided or lowered at least one part: shown as 申告.</param>
public sealed record Cell(Verdict Verdict, int Good, int Total, bool IsStatement)
{
    public static Cell One(Verdict verdict, bool isStatement = false) =>
        new(verdict, verdict is Verdict.Conforming or Verdict.Exception ? 1 : 0, verdict == Verdict.NotApplicable ? 0 : 1, isStatement);
}
