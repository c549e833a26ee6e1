namespace Sekisho.Conformity.Rules;

/// <summary>When a clause fires. A closed set of forms; see content/packs/_shared/rules/README.md.</summary>
public abstract record Condition
{
    private Condition() { }

    /// <summary>Every one holds.</summary>
    public sealed record AllOf(IReadOnlyList<Condition> Parts) : Condition;
    /// <summary>At least one holds.</summary>
    public sealed record AnyOf(IReadOnlyList<Condition> Parts) : Condition;
    public sealed record Not(Condition Part) : Condition;
    /// <summary>The set is not empty.</summary>
    public sealed record Some(string Set) : Condition;
    /// <summary>The set is empty.</summary>
    public sealed record None(string Set) : Condition;
    /// <summary>The number of facts compared with a bound.</summary>
    public sealed record Count(string Set, Bound Bound) : Condition;
    /// <summary>The share a/b compared with a bound; with b empty the condition does not hold.</summary>
    public sealed record Share(string Set, string Of, Bound Bound) : Condition;
    /// <summary>The largest number in a field compared with a bound; without numbers the condition does not hold.</summary>
    public sealed record Largest(string Set, string Field, Bound Bound) : Condition;
    /// <summary>Facts arrived once, and none for the span (rule 2 of the shared rules).</summary>
    public sealed record Silent(string Set, Operand After) : Condition;
}
