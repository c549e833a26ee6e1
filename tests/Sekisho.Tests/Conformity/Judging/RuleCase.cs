using System.Collections.Concurrent;
using System.Globalization;
using Sekisho.Conformity.Judging;
using Sekisho.Conformity.Packs;
using Sekisho.Kernel;
using Sekisho.Kernel.Ledger;
using Sekisho.Kernel.Verdicts;
using Sekisho.Tests.Support;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Sekisho.Tests.Conformity.Judging;

/// <summary>One case of tests/corpus/rules: facts, and the verdict that must come out for one target, or for the whole city.</summary>
public sealed class RuleCase
{
    /// <summary>Noon in Japan on a Monday.</summary>
    public static readonly DateTimeOffset AsOf = new(2026, 6, 15, 3, 0, 0, TimeSpan.Zero);
    public static readonly string Folder = Path.Combine(ContentFiles.Root, "tests", "corpus", "rules");
    private static readonly ConcurrentDictionary<string, RuleCase> Known = new(StringComparer.Ordinal);
    private static readonly IDeserializer Yaml = new DeserializerBuilder().WithNamingConvention(LowerCaseNamingConvention.Instance).Build();
    private static readonly Lock Reading = new();
    private IReadOnlyList<SealedRecord>? records;

    public string Why { get; set; } = "";
    public string? Target { get; set; }
    public string? Verdict { get; set; }
    public string? City { get; set; }
    public string? Clause { get; set; }
    /// <summary>The reason's sentence must contain this.</summary>
    public string? Says { get; set; }
    /// <summary>Settings of the city the case happens in.</summary>
    public Dictionary<string, string> Settings { get; set; } = [];
    /// <summary>Name and time ("when") of each fact, and its fields. With "times: 9" it stands for nine facts, and # in a value is the number of each, from 1.</summary>
    public List<Dictionary<string, string>> Facts { get; set; } = [];

    internal static RuleCase Read(string path) => Known.GetOrAdd(path, p =>
    {
        lock (Reading) return Yaml.Deserialize<RuleCase>(File.ReadAllText(p));
    });

    /// <summary>The cases of one control, by file name.</summary>
    internal static IReadOnlyList<(string Name, RuleCase Case)> Of(string control) => Directory.Exists(Path.Combine(Folder, control))
        ? [.. Directory.EnumerateFiles(Path.Combine(Folder, control), "*.yaml").Order(StringComparer.Ordinal).Select(f => (Path.GetFileNameWithoutExtension(f), Read(f)))] : [];

    internal IReadOnlyList<SealedRecord> Records => records ??= Build();

    private IReadOnlyList<SealedRecord> Build()
    {
        var builder = new FactBuilder(AsOf);
        foreach (var fact in Facts)
        {
            var at = fact.TryGetValue("when", out var when) ? builder.Relative(when) : AsOf.AddMinutes(-1);
            var times = fact.TryGetValue("times", out var t) ? int.Parse(t, NumberStyles.None, CultureInfo.InvariantCulture) : 1;
            for (var i = 1; i <= times; i++)
                builder.Add(fact["fact"], at, fact.Where(p => p.Key is not ("fact" or "when" or "times"))
                    .Select(p => (p.Key, times == 1 ? p.Value : p.Value.Replace("#", i.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal))));
        }
        return builder.Records;
    }

    internal ControlResult Judge(string control) => Judge(ContentFiles.Catalogue[control], []);

    /// <summary>The same facts under this version of the control and these values of its parameters.</summary>
    internal ControlResult Judge(Control control, Dictionary<string, string> parameters, IEnumerable<SealedRecord>? facts = null)
    {
        var pack = SmallPack.With(Settings, (control.Id, Strength.Must)) with { Parameters = parameters };
        // A rule is right or wrong whether or not some part of the product writes its facts yet.
        var catalogue = new ControlCatalogue([control], new HashSet<string>(StringComparer.Ordinal), Digest.OfText(control.Id));
        return Sekisho.Conformity.Judging.Judge.Compute(SmallPack.Input(pack, facts ?? Records) with { Catalogue = catalogue }).Controls[control.Id];
    }

    /// <summary>What is not as the case says; null when all of it is.</summary>
    internal string? Wrong(ControlResult result)
    {
        if (City is { } city && result.City.Verdict != VerdictNames.Find(city)) return $"the city is {result.City.Verdict}, not {city}";
        if (Verdict is not { } verdict) return City is null ? "the case names no verdict" : null;
        var named = result.Targets.Where(t => Target is null || t.Target == TargetRef.Parse(Target)).ToList();
        if (named.Count != 1) return $"{named.Count} of {result.Targets.Count} targets are {Target}";
        var target = named[0];
        if (target.Verdict != VerdictNames.Find(verdict)) return $"{target.Verdict} by {target.Reason.Key} ({target.Reason.Sentence}), not {verdict}";
        if (Clause is { } clause && target.Reason.Key != clause) return $"decided by {target.Reason.Key}, not {clause}";
        return Says is { } says && target.Reason.Sentence?.Contains(says, StringComparison.Ordinal) != true ? $"said: {target.Reason.Sentence}" : null;
    }
}
