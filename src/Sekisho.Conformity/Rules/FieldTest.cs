namespace Sekisho.Conformity.Rules;

/// <summary>One test on one field. <paramref name="Field"/> is a payload field, or occurred_at, recorded_at, source, fact of the envelope.</summary>
/// <param name="Of">For a number: the field it is a share of.</param>
/// <param name="Plus">For two times: the spans added to the other time.</param>
public sealed record FieldTest(string Field, TestKind Kind, IReadOnlyList<Operand> Values, string? Of = null, IReadOnlyList<Operand>? Plus = null);
