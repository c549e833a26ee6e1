using Sekisho.Platform.Duties;

namespace Sekisho.Policy.Duties;

/// <summary>How often a person confirms an obligation, and how long they have for it.</summary>
/// <param name="Position">Place of the obligation in its policy: spreads what comes rarely over the year (rule M11).</param>
internal sealed record DutyPeriod(Cadence Cadence, int Position, int DueBusinessDays, int RemindBusinessDays)
{
    private const int ShortestDays = 7;
    // March and April belong to the change of posts: what comes rarely begins between May and February.
    private const int FirstMonth = 5, BusyFreeMonths = 10;

    /// <summary>The first period of an interval like "continuous;P1Y" that a person can follow; a day or an event is no period for a person.</summary>
    public static DutyPeriod? Of(string? interval, int position)
    {
        foreach (var part in (interval ?? "").Split(';', StringSplitOptions.TrimEntries))
        {
            if (Cadence.Parse(part) is not { } cadence || (cadence.Unit == 'D' && cadence.Count < ShortestDays)) continue;
            return cadence switch
            {
                { Unit: 'Y' } or { Unit: 'M', Count: >= 3 } => new(cadence, position, 20, 5),
                { Unit: 'M' } => new(cadence, position, 10, 3),
                _ => new(cadence, position, 4, 1),
            };
        }
        return null;
    }

    /// <summary>First day of the first period: weeks begin on Monday, months on the first; never before <paramref name="day"/>, so that nobody begins with everything at once.</summary>
    public DateOnly FirstAfter(DateOnly day)
    {
        if (Cadence.Unit is 'D' or 'W') return day.AddDays(((int)DayOfWeek.Monday - (int)day.DayOfWeek + 7) % 7);
        var first = day.Day == 1 ? day : new DateOnly(day.Year, day.Month, 1).AddMonths(1);
        var months = Cadence.Unit == 'Y' ? 12 * Cadence.Count : Cadence.Count;
        if (months < 3) return first;
        var wanted = ((FirstMonth - 1 + (Position % BusyFreeMonths)) % 12) + 1;
        // Half-years and quarters keep the rhythm of that month.
        while ((first.Month - wanted) % Math.Min(months, 12) != 0) first = first.AddMonths(1);
        return first;
    }
}
