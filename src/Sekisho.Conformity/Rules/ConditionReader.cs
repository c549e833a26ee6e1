using Sekisho.Conformity.Yaml;

namespace Sekisho.Conformity.Rules;

/// <summary>Reads the condition of a clause.</summary>
internal static class ConditionReader
{
    private const int MostDeep = 8;

    public static Condition? Read(YamlMap map, int depth = 0)
    {
        var found = depth > MostDeep ? null : One(map, depth);
        map.Done();
        if (found is null) map.Problem("when", "条件の形が分かりません(some・none・count・share・largest・silent・all_of・any_of・not のどれか一つ)。");
        return found;
    }

    private static Condition? One(YamlMap map, int depth)
    {
        if (map.OptionalText("some") is { } some) return new Condition.Some(some);
        if (map.OptionalText("none") is { } none) return new Condition.None(none);
        if (map.OptionalText("count") is { } count && Bound(map) is { } c) return new Condition.Count(count, c);
        if (map.OptionalText("share") is { } share && Bound(map) is { } s) return new Condition.Share(share, map.Text("of"), s);
        if (map.OptionalText("largest") is { } largest && Bound(map) is { } l) return new Condition.Largest(largest, map.Text("field"), l);
        if (map.OptionalText("silent") is { } silent) return new Condition.Silent(silent, new Operand(map.Text("after")));
        if (map.Has("all_of")) return new Condition.AllOf(Parts(map, "all_of", depth));
        if (map.Has("any_of")) return new Condition.AnyOf(Parts(map, "any_of", depth));
        return map.Map("not") is { } not && Read(not, depth + 1) is { } part ? new Condition.Not(part) : null;
    }

    private static List<Condition> Parts(YamlMap map, string key, int depth) =>
        [.. map.Maps(key).Select(m => Read(m, depth + 1)).OfType<Condition>()];

    private static Bound? Bound(YamlMap map)
    {
        (string Key, TestKind Kind)[] kinds = [("at_least", TestKind.AtLeast), ("at_most", TestKind.AtMost), ("above", TestKind.Above), ("below", TestKind.Below), ("is", TestKind.Is)];
        foreach (var (key, kind) in kinds)
            if (map.OptionalText(key) is { } value) return new Bound(kind, new Operand(value));
        return null;
    }
}
