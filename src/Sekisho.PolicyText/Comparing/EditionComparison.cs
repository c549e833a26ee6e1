namespace Sekisho.PolicyText.Comparing;

/// <summary>
/// Which clause of the newer edition answers to which of the older one, by words and place and not by number. Equal words are paired first, then the most alike,
/// then parts of one clause that stand in several (split) and clauses that stand together in one (merged). The rest was added or removed.
/// </summary>
public static class EditionComparison
{
    /// <summary>Below this likeness two clauses are taken for different ones.</summary>
    private const double Alike = 0.5;
    /// <summary>A part must lie in the whole by this share to be told apart from a new clause.</summary>
    private const double Part = 0.75;
    /// <summary>Clauses shorter than this say too little to be found elsewhere by likeness.</summary>
    private const int Shortest = 8;

    private sealed record Entry(Clause Clause, Likeness Words, int At);

    /// <summary>Rows in the order of the newer edition; what was removed stands where it stood between its neighbours.</summary>
    public static IReadOnlyList<AlignedClauses> Compare(ParsedPolicy older, ParsedPolicy newer)
    {
        var (left, right) = (Entries(older), Entries(newer));
        var pairs = new Dictionary<Entry, Entry>();
        PairEqual(left, right, pairs);
        PairAlike(left, right, pairs);
        var groups = pairs.Select(p => (Old: new List<Entry> { p.Key }, New: new List<Entry> { p.Value })).ToList();
        foreach (var added in right.Except(pairs.Values).ToList())
            if (WholeOf(added, groups, g => g.Old) is { } source) source.New.Add(added);
        foreach (var removed in left.Except(pairs.Keys).ToList())
            if (WholeOf(removed, groups, g => g.New) is { } target) target.Old.Add(removed);
        return Ordered(left, right, groups);
    }

    /// <summary>Clauses with words of their own; headings without text belong to what stands below them.</summary>
    private static List<Entry> Entries(ParsedPolicy policy) =>
        [.. policy.All.Where(c => c.Text.Trim().Length > 0 && c.Level is not (ClauseLevel.TocEntry or ClauseLevel.Toc)).Select((c, i) => new Entry(c, new Likeness(c.Text), i))];

    private static void PairEqual(List<Entry> left, List<Entry> right, Dictionary<Entry, Entry> pairs)
    {
        var byWords = right.GroupBy(r => r.Words.Text, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.ToList(), StringComparer.Ordinal);
        foreach (var old in left)
        {
            if (!byWords.TryGetValue(old.Words.Text, out var same) || same.Count == 0) continue;
            // The same words at several places: the one at the same place, else the nearest.
            var best = same.OrderBy(r => r.Clause.Path == old.Clause.Path ? 0 : 1).ThenBy(r => Math.Abs(r.At - old.At)).First();
            same.Remove(best);
            pairs[old] = best;
        }
    }

    private static void PairAlike(List<Entry> left, List<Entry> right, Dictionary<Entry, Entry> pairs)
    {
        var (open, free) = (left.Except(pairs.Keys).ToList(), right.Except(pairs.Values).ToHashSet());
        var candidates = open.SelectMany(o => free.Select(f => (Old: o, New: f, Score: Score(o, f)))).Where(c => c.Score >= Alike)
            .OrderByDescending(c => c.Score).ThenBy(c => c.Old.At).ThenBy(c => c.New.At);
        foreach (var (old, found, _) in candidates)
            if (!pairs.ContainsKey(old) && free.Remove(found)) pairs[old] = found;
    }

    /// <summary>Likeness, with a little for the same place: short clauses that changed much stay where they were.</summary>
    private static double Score(Entry old, Entry found)
    {
        var place = old.Clause.Path == found.Clause.Path && old.Clause.Caption == found.Clause.Caption && old.Clause.Caption.Length > 0 ? 0.2 : 0;
        return old.Words.With(found.Words) + place;
    }

    private static (List<Entry> Old, List<Entry> New)? WholeOf(Entry part, List<(List<Entry> Old, List<Entry> New)> groups, Func<(List<Entry> Old, List<Entry> New), List<Entry>> side)
    {
        if (part.Words.Text.Length < Shortest) return null;
        var found = groups.Where(g => side(g).Count == 1).Select(g => (Group: g, Share: part.Words.Within(side(g)[0].Words))).OrderByDescending(g => g.Share).FirstOrDefault();
        return found.Share >= Part ? found.Group : null;
    }

    private static List<AlignedClauses> Ordered(List<Entry> left, List<Entry> right, List<(List<Entry> Old, List<Entry> New)> groups)
    {
        var rows = groups.Select(g => (At: g.New.Min(n => (double)n.At), Row: Row(g.Old, g.New))).ToList();
        var placed = groups.SelectMany(g => g.Old.Select(o => (o.At, New: g.New.Min(n => n.At)))).OrderBy(p => p.At).ToList();
        var (taken, used) = (groups.SelectMany(g => g.Old).ToHashSet(), groups.SelectMany(g => g.New).ToHashSet());
        rows.AddRange(right.Where(r => !used.Contains(r)).Select(r => ((double)r.At, new AlignedClauses(ChangeKind.Added, [], [r.Clause], 0))));
        foreach (var gone in left.Where(l => !taken.Contains(l)))
        {
            var before = placed.LastOrDefault(p => p.At < gone.At, (At: -1, New: -1));
            rows.Add((before.New + 0.5, new AlignedClauses(ChangeKind.Removed, [gone.Clause], [], 0)));
        }
        return [.. rows.OrderBy(r => r.At).Select(r => r.Item2)];
    }

    private static AlignedClauses Row(List<Entry> old, List<Entry> found)
    {
        var likeness = old.Count == 1 && found.Count == 1 ? old[0].Words.With(found[0].Words) : 0;
        var same = old[0].Words.Text == found[0].Words.Text;
        var kind = found.Count > 1 ? ChangeKind.Split
            : old.Count > 1 ? ChangeKind.Merged
            : old[0].Clause.Path == found[0].Clause.Path ? same ? ChangeKind.Same : ChangeKind.Changed
            : same ? ChangeKind.Moved : ChangeKind.MovedAndChanged;
        return new AlignedClauses(kind, [.. old.OrderBy(o => o.At).Select(o => o.Clause)], [.. found.OrderBy(n => n.At).Select(n => n.Clause)], same ? 1 : likeness);
    }
}
