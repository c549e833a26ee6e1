using Sekisho.Conformity.Packs;

namespace Sekisho.Conformity.Judging;

/// <summary>One control: every target, and the roll-up. A column without a cell has nothing to do with the control.</summary>
/// <param name="Common">Set when the verdict was decided before any target was looked at (setting, missing producer, empty list).</param>
/// <param name="UnlistedFacts">Facts that only make the list of targets and have no producer yet: the list may be short, and the screen says so.</param>
public sealed record ControlResult(
    Control Control,
    IReadOnlyList<TargetResult> Targets,
    Cell City,
    IReadOnlyDictionary<string, Cell> Organs,
    IReadOnlyDictionary<string, Cell> Units,
    Reason? Common,
    IReadOnlyList<string> UnlistedFacts);
