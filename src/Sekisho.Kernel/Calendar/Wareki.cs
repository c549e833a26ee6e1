using System.Globalization;

namespace Sekisho.Kernel.Calendar;

/// <summary>
/// A day written in an era: 令和8年11月21日. Granularity one day, from 明治6年1月1日 on; ordered by <see cref="Day"/>.
/// Reading people's input is <see cref="DateReading"/>'s work.
/// </summary>
public readonly record struct Wareki
{
    private static readonly string[] Weekdays = ["日", "月", "火", "水", "木", "金", "土"];

    private Wareki(Era era, DateOnly day) => (Era, Day) = (era, day);

    public Era Era { get; }
    public DateOnly Day { get; }
    /// <summary>1 for 元年.</summary>
    public int Year => Day.Year - Era.FirstDay.Year + 1;

    /// <summary>The day in its own era; null before 明治6年, when era dates were lunar.</summary>
    public static Wareki? Of(DateOnly day, EraTable? eras = null) =>
        (eras ?? EraTable.Shipped).At(day) is { } era ? new Wareki(era, day) : null;

    /// <summary>令和8年11月21日, or the western date where there is no era for the day.</summary>
    public static string Text(DateOnly day) => Of(day)?.ToString() ?? day.ToString("yyyy年M月d日", CultureInfo.InvariantCulture);

    /// <summary>令和8年11月21日(土).</summary>
    public static string LongText(DateOnly day) => Text(day) + "(" + Weekdays[(int)day.DayOfWeek] + ")";

    /// <summary>令和8年11月21日; the first year is 元年.</summary>
    public override string ToString() =>
        Era.Name + YearText(Year) + "年" + Number(Day.Month) + "月" + Number(Day.Day) + "日";

    /// <summary>R8.11.21.</summary>
    public string Short => Era.Letter + Number(Year) + "." + Number(Day.Month) + "." + Number(Day.Day);

    internal static string YearText(int year) => year == 1 ? "元" : Number(year);
    internal static string Number(int n) => n.ToString(CultureInfo.InvariantCulture);
}
