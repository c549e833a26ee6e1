namespace Sekisho.Conformity.Rules;

/// <summary>Where the list of targets comes from: the targets of the control's kind that the facts of the sets name.</summary>
/// <param name="Sets">Sets of targets in scope.</param>
/// <param name="Arrived">Facts whose first arrival means that the list is kept; without targets the control then does not apply.</param>
public sealed record TargetSource(IReadOnlyList<string> Sets, IReadOnlyList<string> Arrived, NotApplicableReason WhenEmpty);
