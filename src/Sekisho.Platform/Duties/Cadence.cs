using System.Globalization;

namespace Sekisho.Platform.Duties;

/// <summary>How often a duty comes: every so many days, weeks, months or years, written as ISO 8601 duration with one unit (P1D, P2W, P3M, P1Y).</summary>
public readonly record struct Cadence
{
    private Cadence(int count, char unit) => (Count, Unit) = (count, unit);

    /// <summary>1 to 999.</summary>
    public int Count { get; }
    /// <summary>D, W, M or Y.</summary>
    public char Unit { get; }

    /// <summary>Reads P1M and the like; null for anything else.</summary>
    public static Cadence? Parse(string text) =>
        text.Length is >= 3 and <= 5 && text[0] == 'P' && text[^1] is 'D' or 'W' or 'M' or 'Y'
        && int.TryParse(text.AsSpan(1, text.Length - 2), NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0
            ? new(count, text[^1]) : null;

    /// <summary>First day of the n-th period after the anchor's. Counted from the anchor, so that 31 January does not drift to the 28th for good.</summary>
    public DateOnly Start(DateOnly anchor, int n) => Unit switch
    {
        'D' => anchor.AddDays(Count * n),
        'W' => anchor.AddDays(7 * Count * n),
        'M' => anchor.AddMonths(Count * n),
        _ => anchor.AddYears(Count * n),
    };

    /// <summary>First day of the period that contains the day; null when the day is before the anchor.</summary>
    public DateOnly? PeriodOf(DateOnly anchor, DateOnly day)
    {
        if (day < anchor) return null;
        var n = Unit switch
        {
            'D' => (day.DayNumber - anchor.DayNumber) / Count,
            'W' => (day.DayNumber - anchor.DayNumber) / (7 * Count),
            'M' => (((day.Year - anchor.Year) * 12) + day.Month - anchor.Month) / Count,
            _ => (day.Year - anchor.Year) / Count,
        };
        while (Start(anchor, n) > day) n--;
        while (Start(anchor, n + 1) <= day) n++;
        return Start(anchor, n);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"P{Count}{Unit}");
}
