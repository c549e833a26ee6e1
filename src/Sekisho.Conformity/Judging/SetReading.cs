using Sekisho.Conformity.Rules;
using Sekisho.Kernel;
using Sekisho.Kernel.Facts;
using Sekisho.Kernel.Ledger;

namespace Sekisho.Conformity.Judging;

/// <summary>The sets of one rule for one target (or for none: the shared ones). Each set is read at most once.</summary>
internal sealed class SetReading(RuleScope scope, TargetRef? target)
{
    /// <summary>A record may be sealed a little after it happened; scanning back stops this much before a window begins.</summary>
    private static readonly TimeSpan SealingSlack = TimeSpan.FromMinutes(10);
    private readonly Dictionary<string, IReadOnlyList<SealedRecord>> rows = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Set, string Fields), HashSet<string>> keys = [];
    private readonly Dictionary<(string Set, string Fields), ILookup<string, Moment>> times = [];

    private readonly Dictionary<(string Source, string Field), Dictionary<string, List<SealedRecord>>> named = [];

    public IReadOnlyList<SealedRecord> Rows(string name)
    {
        if (Elsewhere(name) is { } shared) return shared.Rows(name);
        if (!rows.TryGetValue(name, out var list)) rows[name] = list = [.. Stream(name)];
        return list;
    }

    /// <summary>Whether the set has a fact, without reading all of it.</summary>
    public bool Any(string name)
    {
        if (Elsewhere(name) is { } shared) return shared.Any(name);
        return rows.TryGetValue(name, out var list) ? list.Count > 0 : Stream(name).Any();
    }

    private SetReading? Elsewhere(string name) => target is not null && !scope.DependsOnTarget(name) ? scope.Shared : null;

    private IEnumerable<SealedRecord> Stream(string name)
    {
        var set = scope.Rule.Sets[name];
        var narrow = Narrowing(set);
        var source = set.From.Count > 0
            ? set.From.SelectMany(f => narrow is not null && !scope.DependsOnTarget(f) ? Named(f, narrow, Rows) : Rows(f)) : set.Facts.SelectMany(f => Source(set, f, narrow));
        source = source.Where(r => r.OccurredAt <= scope.AsOf && Periods.HasBegun(r, scope.Today));
        if (set.LatestBy.Count > 0) source = Latest(source, set.LatestBy);
        source = source.Where(r => InPeriod(set, r));
        if (set.Each is { } each) source = source.SelectMany(r => Items(r, each));
        return source.Where(r => set.Tests.All(t => Passes(t, r)) && set.Joins.All(j => Joined(j, r)));
    }

    private IEnumerable<SealedRecord> Source(FactSet set, string fact, Narrow? narrow)
    {
        var all = set.OfTarget ? scope.Facts.All(fact, target!.Value) : narrow is not null ? Named(fact, narrow, scope.Facts.All) : scope.Facts.All(fact);
        return set.Window is { } window ? Since(all, scope.Ago(window)) : all;
    }

    /// <summary>What of a set's source can be in the set at all: records whose fields hold one of these texts.</summary>
    private sealed record Narrow(IReadOnlyList<string> Fields, IReadOnlyCollection<string> Texts);

    /// <summary>
    /// How a set of this target is read without reading everything for each target: by a field that names the target, or by what a set of this target gives it to join.
    /// Only where what is left out cannot matter to the set's other parts; null = read everything.
    /// </summary>
    private Narrow? Narrowing(FactSet set)
    {
        if (target is not { Id: not ("true" or "false") } || set.OfTarget || set.Each is not null) return null;
        bool Whole(IEnumerable<string> fields) => set.LatestBy.Count == 0 || fields.All(f => set.LatestBy.Contains(f, StringComparer.Ordinal));
        if (set.Tests.FirstOrDefault(t => t.Kind == TestKind.Is && t.Values is [{ IsTarget: true }])?.Field is { } field && Whole([field])) return new([field], [target.Value.Id]);
        return set.Joins.FirstOrDefault(j => j.Keeps && j.Order is null && scope.DependsOnTarget(j.Set) && Whole(j.On.Select(o => o.Mine))) is { } join && IsInOrder(set)
            ? new([.. join.On.Select(o => o.Mine)], Keys(join)) : null;
    }

    // Records found by several texts are put back into the order of leaves, so their source must stand in it.
    private bool IsInOrder(FactSet set) => set.Each is null && (set.Facts.Count == 1 || (set.From.Count == 1 && IsInOrder(scope.Rule.Sets[set.From[0]])));

    private IReadOnlyList<SealedRecord> Named(string source, Narrow narrow, Func<string, IReadOnlyList<SealedRecord>> all)
    {
        var lists = scope.Shared.Naming(source, narrow.Fields, all);
        var found = narrow.Texts.Where(lists.ContainsKey).Select(t => lists[t]).ToList();
        return found.Count switch { 0 => [], 1 => found[0], _ => [.. found.SelectMany(l => l).OrderBy(r => r.Leaf)] };
    }

    /// <summary>The records of a set or of a fact by what these fields hold, in their order. Sorted once for all targets.</summary>
    private Dictionary<string, List<SealedRecord>> Naming(string source, IReadOnlyList<string> fields, Func<string, IReadOnlyList<SealedRecord>> all)
    {
        var key = (source, string.Join(',', fields));
        if (named.TryGetValue(key, out var lists)) return lists;
        named[key] = lists = new Dictionary<string, List<SealedRecord>>(StringComparer.Ordinal);
        foreach (var record in all(source))
        {
            var values = fields.Select(f => FieldReader.Text(record, f)).ToList();
            if (values.Contains(null)) continue;
            var text = string.Join('\u001f', values);
            if (!lists.TryGetValue(text, out var list)) lists[text] = list = [];
            list.Add(record);
        }
        return lists;
    }

    private static IEnumerable<SealedRecord> Since(IReadOnlyList<SealedRecord> all, DateTimeOffset start)
    {
        var first = all.Count;
        while (first > 0 && all[first - 1].RecordedAt >= start - SealingSlack) first--;
        for (var i = first; i < all.Count; i++)
            if (all[i].OccurredAt >= start) yield return all[i];
    }

    private static IEnumerable<SealedRecord> Latest(IEnumerable<SealedRecord> source, IReadOnlyList<string> fields)
    {
        var newest = new Dictionary<string, SealedRecord>(StringComparer.Ordinal);
        foreach (var record in source)
        {
            var key = string.Join('\u001f', fields.Select(f => FieldReader.Text(record, f)));
            if (!newest.TryGetValue(key, out var old) || record.OccurredAt >= old.OccurredAt) newest[key] = record;
        }
        return newest.Values.OrderBy(r => r.Leaf);
    }

    /// <summary>The record once for each item of its list field, with that item in the field it goes by; of an item "name=value" the name there and the value in "value".</summary>
    private static IEnumerable<SealedRecord> Items(SealedRecord record, ListItem each)
    {
        foreach (var item in record.List(each.Field))
        {
            var cut = item.IndexOf('=', StringComparison.Ordinal);
            var payload = new Dictionary<string, object>(record.Payload, StringComparer.Ordinal) { [each.As] = cut < 0 ? item : item[..cut] };
            if (cut >= 0) payload["value"] = item[(cut + 1)..];
            yield return record with { Payload = payload };
        }
    }

    private bool InPeriod(FactSet set, SealedRecord record) => set.Period switch
    {
        SetPeriod.InForce => !Periods.HasEnded(record, scope.Today),
        SetPeriod.Ended => Periods.HasEnded(record, scope.Today),
        _ => true,
    };

    private bool Passes(FieldTest test, SealedRecord record)
    {
        switch (test.Kind)
        {
            case TestKind.Empty: return !FieldReader.Present(record, test.Field);
            case TestKind.Present: return FieldReader.Present(record, test.Field);
            case TestKind.Is: return FieldReader.Text(record, test.Field) is { } text && IsOne(test, text);
            case TestKind.Not: return FieldReader.Text(record, test.Field) is { } other && !IsOne(test, other);
            case TestKind.Has: return record.List(test.Field).Any(item => IsOne(test, item));
            case TestKind.SameAs: return FieldReader.Text(record, test.Field) is { } mine && mine == FieldReader.Text(record, test.Values[0].Text);
            case TestKind.Older: return Moment.Of(record, test.Field)?.IsOlder(scope, test.Values) ?? false;
            case TestKind.Within: return !(Moment.Of(record, test.Field)?.IsOlder(scope, test.Values) ?? true);
            case TestKind.NotAfter or TestKind.After:
                return Moment.Of(record, test.Field) is { } at && Moment.Of(record, test.Values[0].Text) is { } bound
                    && at.IsAfter(bound.Plus(scope, test.Plus)) == (test.Kind == TestKind.After);
            default: return Amount(test, record) is { } number && new Bound(test.Kind, test.Values[0]).Holds(number, scope.Number(test.Values[0]));
        }
    }

    private static decimal? Amount(FieldTest test, SealedRecord record) => test.Of is not { } whole ? FieldReader.Number(record, test.Field)
        : FieldReader.Number(record, whole) is { } all and not 0 ? FieldReader.Number(record, test.Field) / all : null;

    private bool IsOne(FieldTest test, string text) => test.Values.Any(v =>
        scope.Value(v, target?.Id) switch { "true" => text is "1" or "true", "false" => text is "0" or "false", var value => value == text });

    private bool Joined(SetJoin join, SealedRecord record)
    {
        var mine = new string[join.On.Count];
        for (var i = 0; i < mine.Length; i++)
        {
            if (FieldReader.Text(record, join.On[i].Mine) is not { } value) return !join.Keeps;
            mine[i] = value;
        }
        if (join.Order is { } order)
            return join.Keeps == (Moment.Of(record, order.Mine) is { } at && Times(join, order)[string.Join('\u001f', mine)].Any(t => at.IsAfter(t.Plus(scope, order.Plus)) == order.IsAfter));
        return join.Keeps == (Probe(join, mine) ?? Keys(join).Contains(string.Join('\u001f', mine)));
    }

    /// <summary>A join on the identifier of a target goes through the index instead of reading the whole other set.</summary>
    private bool? Probe(SetJoin join, string[] mine)
    {
        var other = scope.Rule.Sets[join.Set];
        if (mine.Length != 1 || other.Facts.Count != 1 || other.LatestBy.Count > 0 || other.Each is not null || other.OfTarget || other.Window is not null) return null;
        foreach (var kind in FactSchema.Find(other.Facts[0])!.Targets)
            if (join.On[0].Theirs == kind.Code() + "_id")
                return scope.Facts.All(other.Facts[0], new TargetRef(kind, mine[0])).Any(r =>
                    r.OccurredAt <= scope.AsOf && Periods.HasBegun(r, scope.Today) && InPeriod(other, r) && other.Tests.All(t => Passes(t, r)) && other.Joins.All(j => Joined(j, r)));
        return null;
    }

    private ILookup<string, Moment> Times(SetJoin join, JoinOrder order)
    {
        if (Elsewhere(join.Set) is { } shared) return shared.Times(join, order);
        var fields = string.Join(',', join.On.Select(o => o.Theirs).Append(order.Theirs));
        if (times.TryGetValue((join.Set, fields), out var found)) return found;
        return times[(join.Set, fields)] = Rows(join.Set).Where(r => join.On.All(o => FieldReader.Text(r, o.Theirs) is not null) && Moment.Of(r, order.Theirs) is not null)
            .ToLookup(r => string.Join('\u001f', join.On.Select(o => FieldReader.Text(r, o.Theirs))), r => Moment.Of(r, order.Theirs)!.Value, StringComparer.Ordinal);
    }

    private HashSet<string> Keys(SetJoin join)
    {
        if (Elsewhere(join.Set) is { } shared) return shared.Keys(join);
        var fields = string.Join(',', join.On.Select(o => o.Theirs));
        if (keys.TryGetValue((join.Set, fields), out var found)) return found;
        found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var record in Rows(join.Set))
        {
            var values = join.On.Select(o => FieldReader.Text(record, o.Theirs)).ToList();
            if (values.All(v => v is not null)) found.Add(string.Join('\u001f', values));
        }
        return keys[(join.Set, fields)] = found;
    }
}
