using Sekisho.Kernel;
using Sekisho.Kernel.Ledger;

namespace Sekisho.Conformity.Judging;

/// <summary>Which units exist and which unit a target belongs to on a day, from org.unit.recorded and org.target.assigned.</summary>
public sealed class Structure
{
    private readonly Dictionary<string, UnitNode> units = new(StringComparer.Ordinal);
    private readonly Dictionary<TargetRef, string> owners = [];

    internal Structure(FactIndex facts, DateTimeOffset asOf)
    {
        var today = JapanTime.Day(asOf);
        foreach (var record in Newest(facts.All("org.unit.recorded"), asOf, today, r => r.Text("unit_id")))
            if (!Periods.HasEnded(record, today))
                units[record.Text("unit_id")!] = new UnitNode(record.Text("unit_id")!, record.Text("organ_code") ?? "", record.Text("parent_unit_id"), record.Text("unit_class") ?? "");
        foreach (var record in Newest(facts.All("org.target.assigned"), asOf, today, r => r.Text("target_kind") + ":" + r.Text("target_id")))
            if (!Periods.HasEnded(record, today) && TargetRef.Parse(record.Text("target_kind") + ":" + record.Text("target_id")) is { } target && record.Text("unit_id") is { } unit)
                owners[target] = unit;
    }

    /// <summary>Ordered by organ, then id.</summary>
    public IReadOnlyList<UnitNode> Units => [.. units.Values.OrderBy(u => u.OrganCode, StringComparer.Ordinal).ThenBy(u => u.Id, StringComparer.Ordinal)];
    public UnitNode? Find(string unitId) => units.GetValueOrDefault(unitId);

    /// <summary>The unit a target belongs to; a unit belongs to itself; null for what has no unit.</summary>
    public UnitNode? UnitOf(TargetRef target) =>
        target.Kind == TargetKind.Unit ? Find(target.Id) : owners.TryGetValue(target, out var unit) ? Find(unit) : null;

    public string? OrganOf(TargetRef target) => target.Kind == TargetKind.Organ ? target.Id : UnitOf(target)?.OrganCode;

    private static IEnumerable<SealedRecord> Newest(IReadOnlyList<SealedRecord> records, DateTimeOffset asOf, DateOnly today, Func<SealedRecord, string?> key)
    {
        var newest = new Dictionary<string, SealedRecord>(StringComparer.Ordinal);
        foreach (var record in records)
            if (record.OccurredAt <= asOf && Periods.HasBegun(record, today) && key(record) is { } k
                && (!newest.TryGetValue(k, out var old) || record.OccurredAt >= old.OccurredAt)) newest[k] = record;
        return newest.Values;
    }
}
