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
    /// <summary>Set in a look at an earlier state: whose lists are read, each up to <see cref="LeafCount"/>.</summary>
    private readonly FactIndex? whole;

    public FactIndex() { }

    private FactIndex(FactIndex whole, long leafCount) => (this.whole, LeafCount) = (whole, leafCount);

    /// <summary>How many leaves were seen, audit records included: n of [0, n).</summary>
    public long LeafCount { get; private set; }

    /// <summary>The latest time any of those leaves was recorded: the clock was there once, so now cannot be earlier. Kept for the present only.</summary>
    public DateTimeOffset NewestAt { get; private set; } = DateTimeOffset.MinValue;

    public static FactIndex Of(IEnumerable<SealedRecord> records)
    {
        var index = new FactIndex();
        index.Add(records);
        return index;
    }

    /// <exception cref="ArgumentException">A record is older than the newest already there.</exception>
    /// <exception cref="InvalidOperationException">This is only a look at an earlier state.</exception>
    public void Add(IEnumerable<SealedRecord> records)
    {
        if (whole is not null) throw new InvalidOperationException("What once was takes no new records.");
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

    /// <summary>The same history as it stood when only <paramref name="leafCount"/> leaves were sealed: a look, good while nothing is written.</summary>
    public FactIndex Before(long leafCount) => new(whole ?? this, Math.Min(leafCount, LeafCount));

    public IReadOnlyList<SealedRecord> All(string name) => Up(whole?.byName.GetValueOrDefault(name) ?? byName.GetValueOrDefault(name));
    public IReadOnlyList<SealedRecord> All(string name, TargetRef target) => Up(whole?.byTarget.GetValueOrDefault((name, target)) ?? byTarget.GetValueOrDefault((name, target)));
    public bool Arrived(string name) => All(name).Count > 0;

    private IReadOnlyList<SealedRecord> Up(List<SealedRecord>? list) => list is null ? Nothing : whole is null ? list : ListHead.Before(list, LeafCount);

    private static List<SealedRecord> List<TKey>(Dictionary<TKey, List<SealedRecord>> lists, TKey key) where TKey : notnull
    {
        if (!lists.TryGetValue(key, out var list)) lists[key] = list = [];
        return list;
    }
}
