using Sekisho.Conformity.Rules;
using Sekisho.Conformity.Yaml;
using Sekisho.Kernel;
using Sekisho.Kernel.Facts;

namespace Sekisho.Conformity.Packs;

/// <summary>Reads the shared list of controls.</summary>
internal static class ControlReader
{
    private static readonly HashSet<string> Modes = new(StringComparer.Ordinal) { "ENFORCE", "EVIDENCE", "MANAGE", "CONFIG" };

    public static List<Control> Read(YamlMap map)
    {
        var controls = new List<Control>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in map.Maps("controls"))
        {
            var control = One(entry);
            if (!seen.Add(control.Id)) entry.Problem("id", $"管理策「{control.Id}」が二度書かれています。");
            else controls.Add(control);
        }
        map.Done();
        return controls;
    }

    private static Control One(YamlMap map)
    {
        var kind = map.Text("target_kind");
        var rollup = map.Text("rollup");
        var parameters = Parameters(map);
        var mode = map.Text("mode");
        if (!Modes.Contains(mode)) map.Problem("mode", $"「{mode}」は mode の値ではありません(ENFORCE・EVIDENCE・MANAGE・CONFIG)。");
        if (TargetKindCodes.Find(kind) is null) map.Problem("target_kind", $"対象の種類「{kind}」は一覧にありません。");
        if (Rollup.Parse(rollup) is not { } how) map.Problem("rollup", $"まとめ方「{rollup}」の形が分かりません。");
        else if (Unnamed(how, parameters) is { } missing) map.Problem("rollup", $"まとめ方の設定値「{missing}」がありません。");
        var control = new Control(
            map.Text("id"), map.Text("domain"), YamlWords.Local(map, "title"), YamlWords.Local(map, "statement"), YamlWords.Role(map, "default_role"), mode, map.Text("module"),
            Facts(map, "evidence"), TargetKindCodes.Find(kind) ?? TargetKind.City, map.Text("selector"), map.Text("rule_text"),
            Rollup.Parse(rollup) ?? new Rollup(RollupKind.Worst), Facts(map, "list_only"), YamlWords.Role(map, "attests"), map.Text("action"), map.Text("interval"),
            parameters, map.Text("delivered_by"));
        if (control.Evidence.Count == 0) map.Problem("evidence", "規則が読む事実(evidence)がありません。");
        foreach (var fact in control.ListOnly.Where(f => !control.Evidence.Contains(f, StringComparer.Ordinal))) map.Problem("list_only", $"「{fact}」が evidence にありません。");
        // Said for people beside the catalogue; nothing is computed from them.
        _ = (map.OptionalText("cadence"), map.OptionalText("evidence_source"));
        map.Done();
        return control;
    }

    private static Dictionary<string, Parameter> Parameters(YamlMap map)
    {
        var parameters = new Dictionary<string, Parameter>(StringComparer.Ordinal);
        if (map.Map("parameters") is not { } all) return parameters;
        foreach (var name in all.Keys.ToList())
        {
            if (all.Map(name) is not { } one) continue;
            parameters[name] = new Parameter(name, one.Text("default"), one.OptionalText("reason"));
            one.Done();
        }
        all.Done();
        return parameters;
    }

    private static IReadOnlyList<string> Facts(YamlMap map, string key)
    {
        var facts = map.Texts(key);
        foreach (var fact in facts.Where(f => FactSchema.Find(f) is null)) map.Problem(key, $"事実「{fact}」は一覧にありません。");
        return facts;
    }

    private static string? Unnamed(Rollup rollup, Dictionary<string, Parameter> parameters)
    {
        foreach (var bound in new[] { rollup.Ok, rollup.Part, rollup.Bad })
        {
            if (bound is null) continue;
            if (bound.StartsWith('{') && bound.EndsWith('}') ? !parameters.ContainsKey(bound[1..^1]) : Quantity.Parse(bound) is null) return bound;
        }
        return null;
    }
}
