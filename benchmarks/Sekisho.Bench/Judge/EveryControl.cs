using System.Globalization;
using Sekisho.Bench.Support;
using Sekisho.Conformity.Packs;
using Sekisho.Kernel.Ledger;
using Sekisho.Tests.Conformity.Judging;
using YamlDotNet.RepresentationModel;

namespace Sekisho.Bench.Judge;

/// <summary>
/// Facts for every control and two hundred targets of each: the cases of its truth table in which something conforms, once for each target, with every identifier made that target's own. Controls share the things they judge, as they do in a city.
/// </summary>
internal static class EveryControl
{
    public static IReadOnlyList<SealedRecord> Make(ControlCatalogue catalogue, DateTimeOffset asOf, int targets)
    {
        var facts = new FactBuilder(asOf);
        foreach (var control in catalogue.Controls)
        {
            var cases = Cases(control.Id).ToList();
            if (cases.Count == 0) continue;
            var given = cases.FirstOrDefault(c => c.Verdict == "conforming") is { Facts: not null } good ? good : cases[0];
            for (var i = 0; i < targets; i++) Add(facts, given.Facts, i.ToString(CultureInfo.InvariantCulture), asOf);
        }
        return facts.Records;
    }

    private static IEnumerable<(string? Verdict, List<Dictionary<string, string>> Facts)> Cases(string control)
    {
        var folder = Path.Combine(Results.Repository(), "tests", "corpus", "rules", control);
        if (!Directory.Exists(folder)) yield break;
        foreach (var file in Directory.EnumerateFiles(folder, "*.yaml").Order(StringComparer.Ordinal))
        {
            var yaml = new YamlStream();
            yaml.Load(new StringReader(File.ReadAllText(file)));
            var root = (YamlMappingNode)yaml.Documents[0].RootNode;
            var facts = root.Children.TryGetValue("facts", out var list) ? ((YamlSequenceNode)list).Select(f => ((YamlMappingNode)f).ToDictionary(p => p.Key.ToString(), p => p.Value.ToString(), StringComparer.Ordinal)).ToList() : [];
            yield return (root.Children.TryGetValue("verdict", out var verdict) ? verdict.ToString() : null, facts);
        }
    }

    private static void Add(FactBuilder builder, List<Dictionary<string, string>> facts, string own, DateTimeOffset asOf)
    {
        foreach (var fact in facts)
        {
            var at = fact.TryGetValue("when", out var when) ? builder.Relative(when) : asOf.AddMinutes(-1);
            var times = fact.TryGetValue("times", out var t) ? int.Parse(t, CultureInfo.InvariantCulture) : 1;
            for (var n = 1; n <= times; n++)
                builder.Add(fact["fact"], at, fact.Where(p => p.Key is not ("fact" or "when" or "times")).Select(p => (p.Key, Own(p.Key, p.Value.Replace("#", n.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal), own))));
        }
    }

    private static string Own(string field, string value, string own) => field.EndsWith("_id", StringComparison.Ordinal) || field.EndsWith("_ids", StringComparison.Ordinal)
        ? string.Join(',', value.Split(',').Select(v => v.Length == 0 || v == "*" ? v : v + "." + own)) : value;
}
