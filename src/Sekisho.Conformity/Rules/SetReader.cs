using Sekisho.Conformity.Yaml;

namespace Sekisho.Conformity.Rules;

/// <summary>Reads a set of facts of a rule.</summary>
internal static class SetReader
{
    public static FactSet Read(string name, YamlMap map)
    {
        var facts = map.Texts("fact");
        var from = map.Texts("from");
        if (facts.Count == 0 == (from.Count == 0)) map.Problem("fact", $"集まり「{name}」には fact か from の一方を書きます。");
        var of = map.OptionalText("of");
        if (of is not (null or "target" or "all")) map.Problem("of", "「of」は target か all です。");
        var period = map.OptionalText("period") switch
        {
            null => from.Count > 0 ? SetPeriod.Any : SetPeriod.InForce,
            "in_force" => SetPeriod.InForce,
            "any" => SetPeriod.Any,
            "ended" => SetPeriod.Ended,
            _ => BadPeriod(map),
        };
        var window = map.OptionalText("window") is { } w ? new Operand(w) : (Operand?)null;
        var set = new FactSet(name, facts, from, of == "target", window, map.Texts("latest_by"), period, Each(map),
            [.. map.Maps("where").Select(Test)], [.. Joins(map, "with", keeps: true), .. Joins(map, "without", keeps: false)]);
        map.Done();
        return set;
    }

    private static SetPeriod BadPeriod(YamlMap map)
    {
        map.Problem("period", "「period」は in_force・any・ended のどれかです。");
        return SetPeriod.Any;
    }

    private static IEnumerable<SetJoin> Joins(YamlMap map, string key, bool keeps)
    {
        foreach (var join in map.Maps(key))
        {
            var set = join.Text("set");
            var on = new List<(string, string)>();
            if (join.Map("on") is { } pairs)
            {
                foreach (var mine in pairs.Keys.ToList()) on.Add((mine, pairs.Text(mine)));
                pairs.Done();
            }
            var order = Order(join);
            if (on.Count == 0 && order is null) join.Problem("on", "結び付ける欄(on)か時の順(not_after・after)が要ります。");
            join.Done();
            yield return new SetJoin(set, keeps, on, order);
        }
    }

    /// <summary>A list field, or list: field when its items are the values of another field.</summary>
    private static ListItem? Each(YamlMap map)
    {
        if (!map.Has("each")) return null;
        if (map.Scalar("each") is { } list) return new ListItem(list, list);
        if (map.Map("each") is not { } pair || pair.Keys.FirstOrDefault() is not { } field) return null;
        var item = new ListItem(field, pair.Text(field));
        pair.Done();
        return item;
    }

    private static JoinOrder? Order(YamlMap join)
    {
        var plus = Plus(join);
        if (join.Has("not_after") && join.Has("after")) join.Problem("after", "not_after と after は一方だけ書きます。");
        foreach (var key in new[] { "not_after", "after" })
            if (join.Map(key) is { } pair && pair.Keys.FirstOrDefault() is { } mine)
            {
                var order = new JoinOrder(mine, pair.Text(mine), key == "after", plus);
                pair.Done();
                return order;
            }
        if (plus.Count > 0) join.Problem("plus", "「plus」は not_after か after と共に書きます。");
        return null;
    }

    private static List<Operand> Plus(YamlMap map) => [.. map.Texts("plus").Select(p => new Operand(p))];

    private static readonly (string Key, TestKind Kind)[] Kinds =
    [
        ("is", TestKind.Is), ("not", TestKind.Not), ("has", TestKind.Has), ("at_least", TestKind.AtLeast), ("at_most", TestKind.AtMost),
        ("above", TestKind.Above), ("below", TestKind.Below), ("older", TestKind.Older), ("within", TestKind.Within), ("same_as", TestKind.SameAs),
        ("not_after", TestKind.NotAfter), ("after", TestKind.After),
    ];

    private static FieldTest Test(YamlMap map)
    {
        var field = map.Text("field");
        var found = new List<FieldTest>();
        foreach (var (key, kind) in Kinds)
            if (map.Has(key)) found.Add(new FieldTest(field, kind, [.. map.Texts(key).Select(v => new Operand(v))]));
        if (map.Flag("empty") is { } empty) found.Add(new FieldTest(field, empty ? TestKind.Empty : TestKind.Present, []));
        var (of, plus) = (map.OptionalText("of"), Plus(map));
        if (of is not null && !found.Exists(t => t.Kind is TestKind.AtLeast or TestKind.AtMost or TestKind.Above or TestKind.Below)) map.Problem("of", "「of」は数の比べと共に書きます。");
        if (plus.Count > 0 && !found.Exists(t => t.Kind is TestKind.NotAfter or TestKind.After)) map.Problem("plus", "「plus」は not_after か after と共に書きます。");
        map.Done();
        if (found.Count == 1) return found[0] with { Of = of, Plus = plus };
        map.Problem("field", $"欄「{field}」に問う事は一つだけ書きます。");
        return new FieldTest(field, TestKind.Present, []);
    }
}
