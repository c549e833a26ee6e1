using System.Diagnostics;
using System.Globalization;
using Sekisho.Bench.Support;
using Sekisho.Conformity.Judging;
using Sekisho.Conformity.Packs;

namespace Sekisho.Bench.Judge;

/// <summary>The judge over 1,000 obligations × 60 units × a year of facts, on the demonstration city's pack with its obligations repeated.</summary>
internal static class JudgeBench
{
    private const int Obligations = 1_000, Units = 60, Days = 365, Runs = 20, Targets = 200;
    private static readonly DateTimeOffset AsOf = new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero);

    public static int Run()
    {
        var machine = Machine.Describe();
        var (catalogue, pack) = Read();
        var records = YearOfFacts.Make(AsOf, Units, Days);
        var clock = Stopwatch.StartNew();
        var index = FactIndex.Of(records);
        var indexed = clock.Elapsed;
        var input = new JudgeInput(pack, catalogue, index, AsOf, null, d => d.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));
        var times = new List<double>();
        JudgeResult? result = null;
        for (var i = 0; i <= Runs; i++)
        {
            clock.Restart();
            result = Conformity.Judging.Judge.Compute(input);
            times.Add(clock.Elapsed.TotalMilliseconds);
        }
        var every = Everything(catalogue, pack);
        var warm = times.Skip(1).Order().ToArray();
        Results.Append("judge", TimeProvider.System.GetUtcNow(), machine,
        [
            Text($"{pack.Obligations.Count:N0} obligations, {Units} units, {records.Count:N0} facts of {Days} days; {result!.Obligations.Count:N0} obligations judged"),
            Text($"facts indexed in {indexed.TotalMilliseconds:F0} ms"),
            Text($"full judgement: cold {times[0]:F0} ms; warm p50 {At(warm, 0.5):F0} ms, p95 {At(warm, 0.95):F0} ms, p99 {At(warm, 0.99):F0} ms over {Runs} runs"),
            every,
        ]);
        return 0;
    }

    /// <summary>1,000 obligations over every control of the catalogue, two hundred targets of each, nothing waiting for a producer.</summary>
    private static string Everything(ControlCatalogue catalogue, Pack pack)
    {
        var whole = new ControlCatalogue(catalogue.Controls, new HashSet<string>(StringComparer.Ordinal), catalogue.Digest);
        var many = pack.Obligations.Select((o, i) => o with { Controls = [catalogue.Controls[i % catalogue.Controls.Count].Id] });
        var records = EveryControl.Make(catalogue, AsOf, Targets);
        var index = FactIndex.Of(records);
        var input = new JudgeInput(pack with { Obligations = [.. many] }, whole, index, AsOf, null, d => d.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));
        var times = new List<double>();
        var (judged, result, clock) = (0, (JudgeResult?)null, new Stopwatch());
        var start = Environment.CpuUsage.TotalTime;
        for (var i = 0; i <= 3; i++)
        {
            clock.Restart();
            result = Conformity.Judging.Judge.Compute(input);
            times.Add(clock.Elapsed.TotalMilliseconds);
        }
        var busy = (Environment.CpuUsage.TotalTime - start).TotalMilliseconds;
        judged = result!.Controls.Values.Sum(c => c.Targets.Count);
        var full = result.Controls.Values.Count(c => c.Targets.Count >= Targets);
        clock.Restart();
        index.Add([records[^1] with { Leaf = records.Count, Name = "access.reviewed" }]);
        var update = Conformity.Judging.Judge.Update(input, result, new HashSet<string>(["access.reviewed"], StringComparer.Ordinal));
        var one = clock.Elapsed.TotalMilliseconds;
        clock.Restart();
        var turns = Outlook.Of(input, update, 90).Count;
        return Text($"all {result.Controls.Count} controls with {records.Count:N0} facts, {judged:N0} targets ({full} controls have {Targets} or more, the others judge the city, roles or pairs of zones): full judgement cold {times[0]:F0} ms, warm {times.Skip(1).Order().First():F0} to {times.Skip(1).Max():F0} ms; of the processor {busy / times.Count:F0} ms each; one new fact {one:F0} ms; what turns in 90 days ({turns:N0}) {clock.Elapsed.TotalMilliseconds:F0} ms");
    }

    private static (ControlCatalogue Catalogue, Pack Pack) Read()
    {
        var packs = Path.Combine(Results.Repository(), "content", "packs");
        PackFile File(string path) => new(Path.GetRelativePath(packs, path), System.IO.File.ReadAllText(path));
        var shared = Directory.GetFiles(Path.Combine(packs, "_shared"), "*", SearchOption.AllDirectories).Select(File)
            .Append(new PackFile("facts.pending", System.IO.File.ReadAllText(Path.Combine(packs, "..", "facts.pending")))).ToList();
        var catalogue = PackReader.ReadControls(shared).Value ?? throw new InvalidOperationException("The controls cannot be read.");
        var pack = PackReader.ReadPack(File(Path.Combine(packs, "SKS", "pack.yaml")), catalogue).Value ?? throw new InvalidOperationException("The pack cannot be read.");
        var many = Enumerable.Range(0, Obligations).Select(i => pack.Obligations[i % pack.Obligations.Count] with { Id = "B-" + i.ToString(CultureInfo.InvariantCulture) });
        return (catalogue, pack with { Obligations = [.. many] });
    }

    private static double At(double[] sorted, double share) => sorted[(int)Math.Min(sorted.Length - 1, Math.Ceiling(sorted.Length * share) - 1)];
    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
