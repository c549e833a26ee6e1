using Sekisho.Conformity.Yaml;
using Sekisho.Kernel.Facts;

namespace Sekisho.Conformity.Rules;

/// <summary>Names inside a rule: sets that exist and form no circle, facts and fields of the vocabulary.</summary>
internal static class RuleCheck
{
    private static readonly HashSet<string> Envelope = new(StringComparer.Ordinal) { "occurred_at", "recorded_at", "source", "fact", "value" };

    public static void Names(Rule rule, YamlMap map)
    {
        foreach (var set in rule.Sets.Values)
        {
            foreach (var name in set.From.Concat(set.Joins.Select(j => j.Set))) Known(rule, map, name);
            foreach (var fact in set.Facts.Where(f => FactSchema.Find(f) is null)) map.Problem("sets", $"事実「{fact}」は一覧にありません。");
            Fields(rule, map, set);
        }
        foreach (var set in rule.Targets?.Sets ?? []) Known(rule, map, set);
        foreach (var fact in (rule.Targets?.Arrived ?? []).Where(f => FactSchema.Find(f) is null)) map.Problem("targets", $"事実「{fact}」は一覧にありません。");
        foreach (var clause in rule.Clauses)
        {
            foreach (var name in SetsOf(clause.When).Concat(clause.Show).Concat(Said(clause.Say))) Known(rule, map, name);
        }
        if (rule.Sets.Keys.FirstOrDefault(name => Reaches(rule, name, name, [])) is { } circle)
            map.Problem("sets", $"集まり「{circle}」が自分を元にしています。");
    }

    /// <summary>The sets a sentence fills in.</summary>
    private static IEnumerable<string> Said(string say) => say.Split('{').Skip(1)
        .Select(part => part.Split('}')[0].Split('.')[0]).Where(name => !name.StartsWith('$'));

    /// <summary>The sets a condition asks about.</summary>
    public static IEnumerable<string> SetsOf(Condition condition) => condition switch
    {
        Condition.AllOf all => all.Parts.SelectMany(SetsOf),
        Condition.AnyOf any => any.Parts.SelectMany(SetsOf),
        Condition.Not not => SetsOf(not.Part),
        Condition.Some some => [some.Set],
        Condition.None none => [none.Set],
        Condition.Count count => [count.Set],
        Condition.Share share => [share.Set, share.Of],
        Condition.Largest largest => [largest.Set],
        Condition.Silent silent => [silent.Set],
        _ => [],
    };

    /// <summary>The facts a set is made of in the end.</summary>
    public static IEnumerable<string> Roots(Rule rule, FactSet set, int depth = 0) =>
        depth > 16 ? [] : set.Facts.Concat(set.From.SelectMany(f => rule.Sets.TryGetValue(f, out var s) ? Roots(rule, s, depth + 1) : []));

    private static void Known(Rule rule, YamlMap map, string set)
    {
        if (!rule.Sets.ContainsKey(set)) map.Problem("sets", $"集まり「{set}」がありません。");
    }

    private static void Fields(Rule rule, YamlMap map, FactSet set)
    {
        var schemas = Roots(rule, set).Select(FactSchema.Find).OfType<FactSchema>().ToList();
        var mine = set.Tests.Select(t => t.Field).Concat(set.LatestBy).Concat(set.Joins.SelectMany(Mine)).Concat(set.Tests.Select(t => t.Of).OfType<string>())
            .Concat(set.Tests.Where(t => t.Kind is TestKind.SameAs or TestKind.NotAfter or TestKind.After).SelectMany(t => t.Values.Select(v => v.Text)));
        foreach (var field in mine.Except(Items(rule, set)).Concat(set.Each is { } each ? [each.Field] : Array.Empty<string>()).Where(f => !InAll(schemas, f))) map.Problem("sets", $"集まり「{set.Name}」の事実に欄「{field}」はありません。");
        foreach (var join in set.Joins.Where(j => rule.Sets.ContainsKey(j.Set)))
        {
            var theirs = Roots(rule, rule.Sets[join.Set]).Select(FactSchema.Find).OfType<FactSchema>().ToList();
            foreach (var field in Theirs(join).Except(Items(rule, rule.Sets[join.Set])).Where(f => !InAll(theirs, f)))
                map.Problem("sets", $"集まり「{join.Set}」の事実に欄「{field}」はありません。");
        }
    }

    private static IEnumerable<string> Mine(SetJoin join) => join.On.Select(o => o.Mine).Concat(join.Order is { } order ? [order.Mine] : []);
    private static IEnumerable<string> Theirs(SetJoin join) => join.On.Select(o => o.Theirs).Concat(join.Order is { } order ? [order.Theirs] : []);

    /// <summary>Names that an item of a list goes by in this set or one it is made of.</summary>
    private static IEnumerable<string> Items(Rule rule, FactSet set, int depth = 0) => depth > 16 ? [] : (set.Each is { } each ? [each.As] : Array.Empty<string>())
        .Concat(set.From.SelectMany(f => rule.Sets.TryGetValue(f, out var s) ? Items(rule, s, depth + 1) : []));

    private static bool InAll(List<FactSchema> schemas, string field) =>
        Envelope.Contains(field) || schemas.All(s => s.Fields.Any(f => string.Equals(f.Name, field, StringComparison.Ordinal)));

    private static bool Reaches(Rule rule, string from, string to, HashSet<string> seen)
    {
        if (!rule.Sets.TryGetValue(from, out var set)) return false;
        foreach (var next in set.From.Concat(set.Joins.Select(j => j.Set)))
        {
            if (string.Equals(next, to, StringComparison.Ordinal)) return true;
            if (seen.Add(next) && Reaches(rule, next, to, seen)) return true;
        }
        return false;
    }
}
