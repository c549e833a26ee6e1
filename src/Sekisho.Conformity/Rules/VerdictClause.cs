using Sekisho.Kernel.Verdicts;

namespace Sekisho.Conformity.Rules;

/// <summary>One line of a rule: if the condition holds, this is the verdict. Clauses stand in the order of shared rule 3.</summary>
/// <param name="Key">CONTROL.number of the clause from 1: stable name for tests and records.</param>
/// <param name="Say">The reason as a sentence; {set} becomes the number of facts in a set, {$name} a parameter, {set.field} the field of its first fact.</param>
/// <param name="Show">Sets whose facts are shown as the evidence.</param>
public sealed record VerdictClause(string Key, Verdict Verdict, Condition When, string Say, IReadOnlyList<string> Show, NotApplicableReason? Because);
