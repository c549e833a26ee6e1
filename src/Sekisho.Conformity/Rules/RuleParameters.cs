namespace Sekisho.Conformity.Rules;

/// <summary>The parameters a rule names.</summary>
internal static class RuleParameters
{
    public static IEnumerable<string> Of(Rule rule)
    {
        var operands = rule.Sets.Values.SelectMany(s => Of(s))
            .Concat(rule.Clauses.SelectMany(c => Of(c.When)));
        return operands.Where(o => o.IsParameter).Select(o => o.ParameterName).Distinct(StringComparer.Ordinal);
    }

    private static IEnumerable<Operand> Of(FactSet set) => set.Tests.SelectMany(t => t.Values.Concat(t.Plus ?? []))
        .Concat(set.Joins.SelectMany(j => j.Order?.Plus ?? [])).Concat(set.Window is { } window ? [window] : []);

    private static IEnumerable<Operand> Of(Condition condition) => condition switch
    {
        Condition.AllOf all => all.Parts.SelectMany(Of),
        Condition.AnyOf any => any.Parts.SelectMany(Of),
        Condition.Not not => Of(not.Part),
        Condition.Count count => [count.Bound.Value],
        Condition.Share share => [share.Bound.Value],
        Condition.Largest largest => [largest.Bound.Value],
        Condition.Silent silent => [silent.After],
        _ => [],
    };
}
