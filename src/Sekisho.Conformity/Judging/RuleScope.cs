using Sekisho.Conformity.Packs;
using Sekisho.Conformity.Rules;

namespace Sekisho.Conformity.Judging;

/// <summary>One rule at work: parameters resolved, sets that do not depend on the target computed once.</summary>
internal sealed class RuleScope
{
    private readonly JudgeInput input;
    private readonly Control control;
    private readonly Dictionary<string, bool> dependent = new(StringComparer.Ordinal);

    public RuleScope(JudgeInput input, Control control)
    {
        (this.input, this.control, Rule) = (input, control, control.Rule!);
        Shared = new SetReading(this, null);
    }

    public Rule Rule { get; }
    public SetReading Shared { get; }
    public FactIndex Facts => input.Facts;
    public DateTimeOffset AsOf => input.AsOf;
    public DateOnly Today => input.Today;

    public string Value(Operand operand, string? target) =>
        operand.IsParameter ? input.Parameter(control, operand.ParameterName) : operand.IsTarget ? target ?? "" : operand.Text;

    /// <summary>A number, or a short span of time in seconds.</summary>
    public decimal Number(Operand operand) => Quantity.Parse(Value(operand, null)) ?? Rules.Span.Parse(Value(operand, null))?.Seconds
        ?? throw new InvalidOperationException($"{control.Id}: '{operand.Text}' is no number.");

    /// <summary>The instant this long ago.</summary>
    public DateTimeOffset Ago(Operand operand) => Span(operand).Before(AsOf, input.IsBusinessDay);

    /// <summary>The instant that lies all these spans ago, one after another.</summary>
    public DateTimeOffset Ago(IReadOnlyList<Operand> operands) => operands.Aggregate(AsOf, (at, o) => Span(o).Before(at, input.IsBusinessDay));

    /// <summary>The instant this long after another.</summary>
    public DateTimeOffset Later(DateTimeOffset start, Operand operand) => Span(operand).AfterThat(start, input.IsBusinessDay);

    public Span Span(Operand operand) => Rules.Span.Parse(Value(operand, null))
        ?? throw new InvalidOperationException($"{control.Id}: '{operand.Text}' is no length of time.");

    public bool DependsOnTarget(string name)
    {
        if (dependent.TryGetValue(name, out var known)) return known;
        var set = Rule.Sets[name];
        var answer = set.OfTarget || set.Tests.Any(t => t.Values.Any(v => v.IsTarget)) || set.From.Any(DependsOnTarget) || set.Joins.Any(j => DependsOnTarget(j.Set));
        dependent[name] = answer;
        return answer;
    }
}
