namespace Sekisho.Conformity.Judging;

/// <summary>What became of one line of a rule: it did not hold, it decided, or a line before it had decided already.</summary>
public enum RuleStepState { NotMet, Decided, NotReached }
