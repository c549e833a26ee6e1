using Sekisho.Conformity.Packs;

namespace Sekisho.Conformity.Judging;

/// <summary>One obligation: the worst of its controls in each column.</summary>
/// <param name="IsRoleOpen">責任者未設定: the role is only a proposal (shared rule 10); the verdict is not touched by it.</param>
public sealed record ObligationResult(
    Obligation Obligation,
    Cell City,
    IReadOnlyDictionary<string, Cell> Organs,
    IReadOnlyDictionary<string, Cell> Units,
    IReadOnlyList<ControlResult> Controls,
    Reason? Common,
    bool IsRoleOpen);
