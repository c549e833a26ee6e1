using System.Globalization;
using Sekisho.Conformity.Packs;
using Sekisho.Conformity.Rules;
using Sekisho.Kernel.Verdicts;

namespace Sekisho.Tests.Conformity.Judging;

/// <summary>A control made wrong on purpose: what its truth table must notice.</summary>
internal sealed record RuleMutation(string Name, Control Control, Dictionary<string, string> Parameters)
{
    /// <summary>Always 適合; any fact in force of those it reads makes 適合; every parameter one step up and one step down.</summary>
    public static IEnumerable<RuleMutation> Of(Control control)
    {
        yield return With(control, "always conforming", [], new Condition.AllOf([]));
        var facts = control.Rule!.FactNames.Select((name, i) => new FactSet("any" + i.ToString(CultureInfo.InvariantCulture), [name], [], false, null, [], SetPeriod.InForce, null, [], [])).ToList();
        if (facts.Count > 0) yield return With(control, "any fact conforms", facts, new Condition.AnyOf([.. facts.Select(s => new Condition.Some(s.Name))]));
        foreach (var parameter in control.Parameters.Values)
            foreach (var step in new[] { 1, -1 })
            {
                var value = Stepped(parameter.Default, step);
                yield return new RuleMutation(parameter.Name + " " + value, control, new(StringComparer.Ordinal) { [control.Id + "." + parameter.Name] = value });
            }
    }

    private static RuleMutation With(Control control, string name, IReadOnlyList<FactSet> sets, Condition when)
    {
        var all = control.Rule!.Sets.Values.Concat(sets).ToDictionary(s => s.Name, StringComparer.Ordinal);
        var rule = control.Rule with { Gates = [], Sets = all, Clauses = [new VerdictClause(control.Id + ".1", Verdict.Conforming, when, "", [], null)] };
        return new RuleMutation(name, control with { Rule = rule }, []);
    }

    /// <summary>One more, or one less, in the last digit written: 14日 → 15日, 0.1% → 0.2%; a level one higher.</summary>
    private static string Stepped(string value, int step)
    {
        if (value == "高") return (3 + step).ToString(CultureInfo.InvariantCulture);
        var digits = new string([.. value.TakeWhile(c => c is >= '0' and <= '9' or '.')]);
        var number = decimal.Parse(digits, CultureInfo.InvariantCulture);
        var last = new decimal(1, 0, 0, false, number.Scale);
        return (number + step * last).ToString(CultureInfo.InvariantCulture) + value[digits.Length..];
    }
}
