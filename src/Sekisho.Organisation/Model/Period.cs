namespace Sekisho.Organisation.Model;

/// <summary>Days from <paramref name="From"/> up to, not including, <paramref name="To"/>; null = open. 「3月31日まで」 is stored as To = 4月1日 (rule T14).</summary>
public readonly record struct Period(DateOnly From, DateOnly? To)
{
    public static Period Always { get; } = new(DateOnly.MinValue, null);

    public bool IsEmpty => To is { } to && to <= From;
    public bool Contains(DateOnly day) => From <= day && (To is not { } to || day < to);
    public bool Overlaps(Period other) => !Intersect(other).IsEmpty;

    public Period Intersect(Period other) => new(
        From > other.From ? From : other.From,
        To is not { } a ? other.To : other.To is not { } b || a < b ? a : b);

    /// <summary>The same period ending no later than the day.</summary>
    public Period Until(DateOnly day) => To is { } to && to <= day ? this : this with { To = day };

    /// <summary>Overlapping and touching periods joined, in order; empty ones left out.</summary>
    public static IReadOnlyList<Period> Join(IEnumerable<Period> periods)
    {
        var joined = new List<Period>();
        foreach (var next in periods.Where(p => !p.IsEmpty).OrderBy(p => p.From))
        {
            if (joined.Count == 0 || joined[^1].To is not { } end || next.From > end)
            {
                if (joined.Count > 0 && joined[^1].To is null) continue;
                joined.Add(next);
            }
            else if (next.To is null || next.To > end)
            {
                joined[^1] = joined[^1] with { To = next.To };
            }
        }
        return joined;
    }

    /// <summary>What is left of this period without the given ones.</summary>
    public IReadOnlyList<Period> Without(IEnumerable<Period> taken)
    {
        var left = new List<Period>();
        DateOnly? at = From;
        foreach (var hole in Join(taken))
        {
            if (at is not { } start) break;
            var gap = Intersect(new Period(start, hole.From));
            if (!gap.IsEmpty) left.Add(gap);
            at = hole.To is not { } to ? null : to > start ? to : start;
        }
        if (at is { } rest && !Intersect(new Period(rest, null)).IsEmpty) left.Add(Intersect(new Period(rest, null)));
        return left;
    }
}
