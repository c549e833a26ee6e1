namespace Sekisho.Conformity.Rules;

/// <summary>A comparison with a number or a parameter.</summary>
public sealed record Bound(TestKind Kind, Operand Value)
{
    public bool Holds(decimal number, decimal bound) => Kind switch
    {
        TestKind.AtLeast => number >= bound,
        TestKind.AtMost => number <= bound,
        TestKind.Above => number > bound,
        TestKind.Below => number < bound,
        TestKind.Is => number == bound,
        _ => throw new InvalidOperationException("Not a comparison: " + Kind),
    };
}
