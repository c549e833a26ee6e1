using Sekisho.Conformity.Judging;
using Sekisho.Policy.Packs;

namespace Sekisho.Policy.Board;

/// <summary>The judged policy at one moment.</summary>
/// <param name="Day">The past day that was asked for; null = now.</param>
/// <param name="Differing">再計算の差: articles whose recomputed verdict is not what the ledger said on that day (after an upgrade or a new pack).</param>
public sealed record BoardSnapshot(AppliedPack Applied, JudgeResult Result, DateOnly? Day, IReadOnlyList<string> Differing);
