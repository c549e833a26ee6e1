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
        var set = new FactSet(name, facts, from, of == "target", window, map.Texts("latest_by"), period,
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
            if (on.Count == 0) join.Problem("on", "結び付ける欄(on)がありません。");
            join.Done();
            yield return new SetJoin(set, keeps, on);
        }
    }

    private static readonly (string Key, TestKind Kind)[] Kinds =
    [
        ("is", TestKind.Is), ("not", TestKind.Not), ("has", TestKind.Has), ("at_least", TestKind.AtLeast), ("at_most", TestKind.AtMost),
        ("above", TestKind.Above), ("below", TestKind.Below), ("older", TestKind.Older), ("within", TestKind.Within), ("same_as", TestKind.SameAs),
    ];

    private static FieldTest Test(YamlMap map)
    {
        var field = map.Text("field");
        var found = new List<FieldTest>();
        foreach (var (key, kind) in Kinds)
            if (map.Has(key)) found.Add(new FieldTest(field, kind, [.. map.Texts(key).Select(v => new Operand(v))]));
        if (map.Flag("empty") is { } empty) found.Add(new FieldTest(field, empty ? TestKind.Empty : TestKind.Present, []));
        map.Done();
        if (found.Count == 1) return found[0];
        map.Problem("field", $"欄「{field}」に問う事は一つだけ書きます。");
        return new FieldTest(field, TestKind.Present, []);
    }
}
