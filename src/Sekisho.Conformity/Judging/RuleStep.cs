using Sekisho.Kernel.Verdicts;

namespace Sekisho.Conformity.Judging;

/// <summary>One line of a rule in words, and what became of it.</summary>
/// <param name="Key">CONTROL.number of the line from 1.</param>
/// <param name="Sentence">The line's sentence with the values in force; ○ where a count or a field of a fact would stand.</param>
public sealed record RuleStep(string Key, Verdict Verdict, string Sentence, RuleStepState State);
