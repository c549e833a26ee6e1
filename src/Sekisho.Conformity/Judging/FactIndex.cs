using Sekisho.Kernel;
using Sekisho.Kernel.Ledger;

namespace Sekisho.Conformity.Judging;

/// <summary>
/// The evidence facts of leaves [0, n), by name and by name and target, in leaf order. Grows only: <see cref="Add"/> takes the next sealed
/// records. Audit records are dropped here, so no rule can read one. Not safe for writing and reading at the same time.
/// </summary>
public sealed class FactIndex
{
    private static readonly List<SealedRecord> Nothing = [];
    private readonly Dictionary<string, List<SealedRecord>> byName = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Name, TargetRef Target), List<SealedRecord>> byTarget = [];

    /// <summary>How many leaves were seen, audit records included: n of [0, n).</summary>
    public long LeafCount { get; private set; }

    /// <summary>The latest time any of those leaves was recorded: the clock was there once, so now cannot be earlier.</summary>
    public DateTimeOffset NewestAt { get; private set; } = DateTimeOffset.MinValue;

    public static FactIndex Of(IEnumerable<SealedRecord> records)
    {
        var index = new FactIndex();
        index.Add(records);
        return index;
    }

    /// <exception cref="ArgumentException">A record is older than the newest already there.</exception>
    public void Add(IEnumerable<SealedRecord> records)
    {
        foreach (var record in records)
        {
            if (record.Leaf < LeafCount) throw new ArgumentException($"Leaf {record.Leaf} came after {LeafCount - 1}.", nameof(records));
            LeafCount = record.Leaf + 1;
            if (record.RecordedAt > NewestAt) NewestAt = record.RecordedAt;
            if (!record.IsFact) continue;
            List(byName, record.Name).Add(record);
            foreach (var target in record.Targets) List(byTarget, (record.Name, target)).Add(record);
        }
    }

    /// <summary>The same history as it stood when only <paramref name="leafCount"/> leaves were sealed.</summary>
    public FactIndex Before(long leafCount)
    {
        var earlier = Of(byName.Values.SelectMany(l => l).Where(r => r.Leaf < leafCount).OrderBy(r => r.Leaf));
        earlier.LeafCount = Math.Min(leafCount, LeafCount);
        return earlier;
    }

    public IReadOnlyList<SealedRecord> All(string name) => byName.GetValueOrDefault(name) ?? Nothing;
    public IReadOnlyList<SealedRecord> All(string name, TargetRef target) => byTarget.GetValueOrDefault((name, target)) ?? Nothing;
    public bool Arrived(string name) => byName.ContainsKey(name);

    private static List<SealedRecord> List<TKey>(Dictionary<TKey, List<SealedRecord>> lists, TKey key) where TKey : notnull
    {
        if (!lists.TryGetValue(key, out var list)) lists[key] = list = [];
        return list;
    }
}
