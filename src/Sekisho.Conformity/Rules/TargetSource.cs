namespace Sekisho.Conformity.Rules;

/// <summary>Where the list of targets comes from: the targets of the control's kind that the facts of the sets name.</summary>
/// <param name="Sets">Sets of targets in scope.</param>
/// <param name="Arrived">Facts whose first arrival means that the list is kept; without targets the control then does not apply.</param>
/// <param name="WhenEmpty">Why the control does not apply then; null when nothing in scope means 未確認.</param>
/// <param name="Touching">For zone pairs made of the zones that the sets name: one side of the pair is one of these. Empty: facts name the pairs themselves.</param>
public sealed record TargetSource(IReadOnlyList<string> Sets, IReadOnlyList<string> Arrived, NotApplicableReason? WhenEmpty, IReadOnlyList<string> Touching);
