using Sekisho.Conformity.Packs;
using Sekisho.Conformity.Yaml;
using Sekisho.Kernel.Verdicts;

namespace Sekisho.Conformity.Rules;

/// <summary>Reads one rule file. All problems of the file are reported, none is guessed away.</summary>
internal static class RuleReader
{
    public static Rule? Read(PackFile file, List<PackProblem> problems)
    {
        if (YamlText.Open(file, problems) is not { } map) return null;
        var before = problems.Count;
        var control = map.Text("control");
        var reason = map.Text("reason");
        var order = map.OptionalText("order") switch { null or "0" => 0, "1" => 1, "2" => 2, _ => Bad(map) };
        var gates = map.Maps("gates").Select(Gate).ToList();
        var sets = Sets(map);
        var targets = map.Map("targets") is { } t ? Targets(t) : null;
        var clauses = map.Maps("verdicts").Select((c, i) => Clause(c, control, i + 1)).ToList();
        map.Done();
        if (clauses.Count == 0 && gates.Count == 0 && order == 0) map.Problem("control", "判定の句(verdicts)も設定の句(gates)も順(order)もありません。");
        Order(map, clauses);
        var rule = new Rule(control, reason, order, gates, targets, sets, clauses);
        RuleCheck.Names(rule, map);
        return problems.Count == before ? rule : null;
    }

    private static int Bad(YamlMap map)
    {
        map.Problem("order", "「order」は 0・1・2 のどれかです。");
        return 0;
    }

    private static SettingGate Gate(YamlMap map)
    {
        var gate = new SettingGate(map.Text("setting"), map.Text("is"), Because(map) ?? NotApplicableReason.NoMethod, map.Text("say"));
        map.Done();
        return gate;
    }

    private static TargetSource Targets(YamlMap map)
    {
        NotApplicableReason? empty = map.OptionalText("when_empty") == "unknown" ? null : Because(map, "when_empty") ?? NotApplicableReason.NoObject;
        var source = new TargetSource(map.Texts("sets"), map.Texts("arrived"), empty, map.Texts("touching"));
        if (source.Sets.Count == 0) map.Problem("sets", "対象の一覧の元になる集まり(sets)がありません。");
        map.Done();
        return source;
    }

    private static Dictionary<string, FactSet> Sets(YamlMap map)
    {
        var sets = new Dictionary<string, FactSet>(StringComparer.Ordinal);
        if (map.Map("sets") is not { } all) return sets;
        foreach (var name in all.Keys.ToList())
            if (all.Map(name) is { } set) sets[name] = SetReader.Read(name, set);
        all.Done();
        return sets;
    }

    private static VerdictClause Clause(YamlMap map, string control, int number)
    {
        var code = map.Text("verdict");
        var verdict = VerdictNames.Find(code);
        if (verdict is null or Verdict.Exception) map.Problem("verdict", $"「{code}」は規則の出せる判定ではありません。");
        var when = map.Map("when") is { } w ? ConditionReader.Read(w) : null;
        if (when is null) map.Problem("when", "句には条件(when)が要ります。");
        var because = Because(map);
        if (verdict == Verdict.NotApplicable && because is null) map.Problem("verdict", "対象外には理由(because)が要ります。");
        var clause = new VerdictClause(FormattableString.Invariant($"{control}.{number}"), verdict ?? Verdict.Unknown,
            when ?? new Condition.AllOf([]), map.Text("say"), map.Texts("show"), because);
        map.Done();
        return clause;
    }

    private static NotApplicableReason? Because(YamlMap map, string key = "because")
    {
        var text = map.OptionalText(key);
        switch (text)
        {
            case null: return null;
            case "no_trigger": return NotApplicableReason.NoTrigger;
            case "no_object": return NotApplicableReason.NoObject;
            case "no_duty": return NotApplicableReason.NoDuty;
            case "no_method": return NotApplicableReason.NoMethod;
            default:
                map.Problem(key, $"「{text}」は対象外の理由ではありません(no_trigger・no_object・no_duty・no_method)。");
                return null;
        }
    }

    /// <summary>Shared rule 3 fixes the order in which verdicts are tried; a file in another order would mislead its reader.</summary>
    private static void Order(YamlMap map, List<VerdictClause> clauses)
    {
        for (var i = 1; i < clauses.Count; i++)
            if (Rank(clauses[i].Verdict) < Rank(clauses[i - 1].Verdict))
                map.Problem("verdicts", $"句の順が共通規則3に合いません({clauses[i].Key})。対象外・不適合・測定不能・未確認・一部適合・適合の順に書きます。");
    }

    private static int Rank(Verdict verdict) => verdict == Verdict.NotApplicable ? -1 : (int)verdict;
}
