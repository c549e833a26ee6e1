namespace Sekisho.Conformity.Rules;

/// <summary>One test on one field. <paramref name="Field"/> is a payload field, or occurred_at, recorded_at, source of the envelope.</summary>
public sealed record FieldTest(string Field, TestKind Kind, IReadOnlyList<Operand> Values);
