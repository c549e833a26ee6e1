using Sekisho.Conformity.Judging;
using Sekisho.Conformity.Packs;
using Sekisho.Kernel;
using Sekisho.Tests.Support;
using YamlDotNet.Serialization;

namespace Sekisho.Tests.Conformity.Judging;

/// <summary>One case of tests/corpus/rules: facts, and the verdict that must come out for one target, or for the whole city.</summary>
public sealed class RuleCase
{
    /// <summary>Noon in Japan on a Monday.</summary>
    public static readonly DateTimeOffset AsOf = new(2026, 6, 15, 3, 0, 0, TimeSpan.Zero);

    private static readonly ControlCatalogue AllProduced = new(ContentFiles.Catalogue.Controls, new HashSet<string>(StringComparer.Ordinal), ContentFiles.Catalogue.Digest);

    public string Why { get; set; } = "";
    public string? Target { get; set; }
    public string? Verdict { get; set; }
    public string? City { get; set; }
    public string? Clause { get; set; }
    /// <summary>The reason's sentence must contain this.</summary>
    public string? Says { get; set; }
    public List<Dictionary<string, string>> Facts { get; set; } = [];

    internal static RuleCase Read(string path) => new DeserializerBuilder().WithNamingConvention(YamlDotNet.Serialization.NamingConventions.LowerCaseNamingConvention.Instance)
        .Build().Deserialize<RuleCase>(File.ReadAllText(path));

    internal ControlResult Judge(string control)
    {
        var builder = new FactBuilder(AsOf);
        foreach (var fact in Facts)
        {
            var at = fact.TryGetValue("when", out var when) ? builder.Relative(when) : AsOf.AddMinutes(-1);
            builder.Add(fact["fact"], at, fact.Where(p => p.Key is not ("fact" or "when")).Select(p => (p.Key, p.Value)));
        }
        // A rule is right or wrong whether or not some part of the product writes its facts yet.
        var input = SmallPack.Input(SmallPack.Of((control, Strength.Must)), builder.Records);
        return Sekisho.Conformity.Judging.Judge.Compute(input with { Catalogue = AllProduced }).Controls[control];
    }
}
