using System.Globalization;

namespace Sekisho.Kernel.Calendar;

/// <summary>
/// Which days are 営業日, and arithmetic in them. A pure value: the days off are given, Saturdays and Sundays are always off (rule T14).
/// Outside <see cref="CoveredFrom"/>..<see cref="CoveredTo"/> only the weekend is known; <see cref="Covers"/> says so and callers show it.
/// </summary>
public sealed class HolidayCalendar
{
    // The longest run of closed days anyone plans for; a table that closes the city longer is a mistake, not a calendar.
    private const int LongestClosure = 366;
    private static readonly Lazy<HolidayCalendar> ShippedCalendar = new(() => Parse(ShippedData.Read("holidays.tsv")));
    private readonly Dictionary<DateOnly, DayOff> off;

    /// <param name="daysOff">A day named twice keeps the first name.</param>
    public HolidayCalendar(IEnumerable<DayOff> daysOff, DateOnly coveredFrom, DateOnly coveredTo)
    {
        off = [];
        foreach (var day in daysOff) off.TryAdd(day.Day, day);
        (CoveredFrom, CoveredTo) = (coveredFrom, coveredTo);
    }

    /// <summary>National holidays this program was built with, and 12月29日 to 1月3日 (content/holidays/japan.tsv).</summary>
    public static HolidayCalendar Shipped => ShippedCalendar.Value;
    public DateOnly CoveredFrom { get; }
    public DateOnly CoveredTo { get; }
    public IEnumerable<DayOff> DaysOff => off.Values.OrderBy(d => d.Day);

    /// <summary>Reads the columns date, name, kind below one header line; covers the whole years from the first to the last row.</summary>
    /// <exception cref="FormatException">A row has another form.</exception>
    public static HolidayCalendar Parse(string tsv)
    {
        var days = ShippedData.Rows(tsv, 3).Select(c => new DayOff(
            DateOnly.ParseExact(c[0], "yyyy-MM-dd", CultureInfo.InvariantCulture), c[1], KindOf(c[2]))).ToList();
        if (days.Count == 0) throw new FormatException("A holiday table needs a row.");
        return new HolidayCalendar(days, new DateOnly(days.Min(d => d.Day).Year, 1, 1), new DateOnly(days.Max(d => d.Day).Year, 12, 31));
    }

    /// <summary>The same calendar with the city's own days off added.</summary>
    public HolidayCalendar With(IEnumerable<DayOff> more) => new(off.Values.Concat(more), CoveredFrom, CoveredTo);

    public bool Covers(DateOnly day) => day >= CoveredFrom && day <= CoveredTo;
    public DayOff? DayOffAt(DateOnly day) => off.GetValueOrDefault(day);
    public bool IsBusinessDay(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !off.ContainsKey(day);

    /// <summary>The day itself when the city hall is open, else the next open day.</summary>
    public DateOnly OnOrAfter(DateOnly day) => Walk(day, 1);

    /// <summary>The day itself when the city hall is open, else the open day before it.</summary>
    public DateOnly OnOrBefore(DateOnly day) => Walk(day, -1);

    /// <summary>The n-th business day after the day (n &gt; 0), before it (n &lt; 0), or <see cref="OnOrAfter"/> for 0. The day itself is not counted (初日不算入).</summary>
    public DateOnly Add(DateOnly day, int businessDays)
    {
        if (businessDays == 0) return OnOrAfter(day);
        var step = Math.Sign(businessDays);
        for (var left = Math.Abs(businessDays); left > 0; left--) day = Walk(day.AddDays(step), step);
        return day;
    }

    /// <summary>Business days in (from, to]; negative when <paramref name="to"/> is earlier.</summary>
    public int Count(DateOnly from, DateOnly to)
    {
        if (to < from) return -Count(to, from);
        var n = 0;
        for (var day = from.AddDays(1); day <= to; day = day.AddDays(1)) if (IsBusinessDay(day)) n++;
        return n;
    }

    private DateOnly Walk(DateOnly day, int step)
    {
        for (var i = 0; i <= LongestClosure; i++, day = day.AddDays(step)) if (IsBusinessDay(day)) return day;
        throw new InvalidOperationException("The holiday table closes the city for more than a year.");
    }

    private static DayOffKind KindOf(string code) => code switch
    {
        "national" => DayOffKind.National,
        "substitute" => DayOffKind.Substitute,
        "between" => DayOffKind.Between,
        "year_end" => DayOffKind.YearEnd,
        "city" => DayOffKind.City,
        _ => throw new FormatException($"'{code}' is no kind of day off."),
    };
}
