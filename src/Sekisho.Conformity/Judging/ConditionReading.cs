using Sekisho.Conformity.Rules;

namespace Sekisho.Conformity.Judging;

/// <summary>Whether a condition holds for the sets of one target.</summary>
internal static class ConditionReading
{
    public static bool Holds(Condition condition, RuleScope scope, SetReading sets) => condition switch
    {
        Condition.AllOf all => all.Parts.All(p => Holds(p, scope, sets)),
        Condition.AnyOf any => any.Parts.Any(p => Holds(p, scope, sets)),
        Condition.Not not => !Holds(not.Part, scope, sets),
        Condition.Some some => sets.Any(some.Set),
        Condition.None none => !sets.Any(none.Set),
        Condition.Count count => count.Bound.Holds(sets.Rows(count.Set).Count, scope.Number(count.Bound.Value)),
        Condition.Share share => sets.Rows(share.Of).Count is > 0 and var whole
            && share.Bound.Holds((decimal)sets.Rows(share.Set).Count / whole, scope.Number(share.Bound.Value)),
        Condition.Largest largest => sets.Rows(largest.Set).Select(r => FieldReader.Number(r, largest.Field)).Max() is { } most
            && largest.Bound.Holds(most, scope.Number(largest.Bound.Value)),
        Condition.Silent silent => sets.Rows(silent.Set) is { Count: > 0 } rows && rows.Max(r => r.OccurredAt) < scope.Ago(silent.After),
        _ => throw new InvalidOperationException("An unknown form of condition."),
    };
}
