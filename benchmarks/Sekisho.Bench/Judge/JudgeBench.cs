using System.Diagnostics;
using System.Globalization;
using Sekisho.Bench.Support;
using Sekisho.Conformity.Judging;
using Sekisho.Conformity.Packs;

namespace Sekisho.Bench.Judge;

/// <summary>The judge over 1,000 obligations × 60 units × a year of facts, on the demonstration city's pack with its obligations repeated.</summary>
internal static class JudgeBench
{
    private const int Obligations = 1_000, Units = 60, Days = 365, Runs = 20;
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
        var warm = times.Skip(1).Order().ToArray();
        Results.Append("judge", TimeProvider.System.GetUtcNow(), machine,
        [
            Text($"{pack.Obligations.Count:N0} obligations, {Units} units, {records.Count:N0} facts of {Days} days; {result!.Obligations.Count:N0} obligations judged"),
            Text($"facts indexed in {indexed.TotalMilliseconds:F0} ms"),
            Text($"full judgement: cold {times[0]:F0} ms; warm p50 {At(warm, 0.5):F0} ms, p95 {At(warm, 0.95):F0} ms, p99 {At(warm, 0.99):F0} ms over {Runs} runs"),
        ]);
        return 0;
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
