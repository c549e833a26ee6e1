using System.Globalization;

namespace Sekisho.Bench.Fuzz;

/// <summary>What the lines of the children add up to.</summary>
internal sealed class FuzzTally
{
    private readonly SortedDictionary<string, int> outcomes = new(StringComparer.Ordinal);
    private double slowest;
    private int slowestAt, count;
    private long memory;
    private string seeds = "?";

    internal int At { get; private set; } = -1;
    internal bool Ended { get; private set; }
    internal bool Hung { get; set; }
    internal SortedDictionary<string, (int Count, int First)> Faults { get; } = new(StringComparer.Ordinal);

    internal void Read(string line)
    {
        var (what, text) = line.Split('\t') is [var w, var t] ? (w, t) : ("", "");
        switch (what)
        {
            case "seeds": seeds = text; break;
            case "at": At = int.Parse(text, CultureInfo.InvariantCulture); break;
            case "end": Ended = true; break;
            case "hang": Hung = true; Add("hang"); break;
            case "fault": Add(text); break;
            case "done" when text.Split(' ') is [var outcome, var took, var mib]:
                count++;
                outcomes[outcome] = outcomes.GetValueOrDefault(outcome) + 1;
                memory = Math.Max(memory, long.Parse(mib, CultureInfo.InvariantCulture));
                var ms = double.Parse(took, CultureInfo.InvariantCulture);
                if (ms > slowest) (slowest, slowestAt) = (ms, At);
                break;
        }
    }

    internal void Add(string fault) => Faults[fault] = Faults.TryGetValue(fault, out var known) ? (known.Count + 1, known.First) : (1, At);

    internal string Line(string format, double minutes, int seed) =>
        string.Create(CultureInfo.InvariantCulture, $"{format}: {minutes:0.#} min, seed {seed}, {seeds} files to begin with, {count:N0} items ({string.Join(", ", outcomes.Select(o => o.Key + " " + o.Value.ToString("N0", CultureInfo.InvariantCulture)))}), slowest {slowest:F0} ms (item {slowestAt}), process at most {memory} MiB, {Faults.Count} kinds of faults");
}
