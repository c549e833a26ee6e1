using System.Globalization;
using Sekisho.Kernel;
using Sekisho.Kernel.Calendar;

namespace Sekisho.Shell.Language;

/// <summary>Days and moments in words: 令和8年11月21日(土), 11月21日(土) inside the fiscal year, 3時間前 within a day.</summary>
public static class DateWords
{
    /// <summary>The whole date: 令和8年11月21日(土); in English 2026-11-21 (Sat).</summary>
    public static string Day(this Words words, DateOnly day) => words.IsEnglish
        ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + " " + Weekday(words, day)
        : Wareki.LongText(day);

    /// <summary>11月21日(土) when the day lies in the fiscal year of <paramref name="today"/>, else the whole date.</summary>
    public static string ShortDay(this Words words, DateOnly day, DateOnly today) => FiscalYear.Of(day) == FiscalYear.Of(today)
        ? words["shell.date.short", day.Month, day.Day] + Weekday(words, day)
        : Day(words, day);

    /// <summary>令和8年11月21日(土) 16時20分, in Japanese time.</summary>
    public static string Moment(this Words words, DateTimeOffset at)
    {
        var clock = JapanTime.Clock(at);
        return Day(words, DateOnly.FromDateTime(clock.DateTime)) + " " + words["shell.date.clock", clock.Hour, clock.Minute.ToString("00", CultureInfo.InvariantCulture)];
    }

    /// <summary>たった今, 5分前, 3時間前 within 24 hours; 昨日 16時20分; else day and clock.</summary>
    public static string Ago(this Words words, DateTimeOffset at, DateTimeOffset now)
    {
        var passed = now - at;
        if (passed >= TimeSpan.Zero && passed < TimeSpan.FromMinutes(1)) return words["shell.date.now"];
        if (passed >= TimeSpan.Zero && passed < TimeSpan.FromHours(1)) return words["shell.date.minutes", (int)passed.TotalMinutes];
        if (passed >= TimeSpan.Zero && passed < TimeSpan.FromHours(24)) return words["shell.date.hours", (int)passed.TotalHours];
        var clock = JapanTime.Clock(at);
        var time = words["shell.date.clock", clock.Hour, clock.Minute.ToString("00", CultureInfo.InvariantCulture)];
        var day = DateOnly.FromDateTime(clock.DateTime);
        var today = JapanTime.Day(now);
        return (day == today.AddDays(-1) ? words["shell.date.yesterday"] : ShortDay(words, day, today)) + " " + time;
    }

    /// <summary>今日中, 残り4日, 3日超過.</summary>
    public static string Remaining(this Words words, DateOnly due, DateOnly today)
    {
        var days = due.DayNumber - today.DayNumber;
        return days == 0 ? words["shell.date.duetoday"] : days > 0 ? words["shell.date.left", days] : words["shell.date.over", -days];
    }

    private static string Weekday(Words words, DateOnly day) =>
        words["shell.date.weekday." + ((int)day.DayOfWeek).ToString(CultureInfo.InvariantCulture)];
}
