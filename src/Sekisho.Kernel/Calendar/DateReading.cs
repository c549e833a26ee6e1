using System.Globalization;
using System.Text.RegularExpressions;

namespace Sekisho.Kernel.Calendar;

/// <summary>
/// A day as a person typed it: R8.11.21, 令和8年11月21日, 2026/11/21, 2026-11-21, 20261121, all also in full width,
/// with blanks around and a weekday behind. A day that cannot exist is refused; an era that does not hold the day is read and warned about (rule T13).
/// </summary>
/// <param name="Warning">A sentence for the person who typed it, or null.</param>
public sealed partial record DateReading(DateOnly Day, string? Warning)
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;

    public static Result<DateReading> Of(string text, EraTable? eras = null)
    {
        var table = eras ?? EraTable.Shipped;
        // Longer than any date: nothing to look for.
        if (text.Length > 40) return NotADate(text[..40] + "…");
        var clean = Width.Narrow(text).Replace(" ", "", StringComparison.Ordinal);
        var match = Western().Match(clean);
        if (!match.Success) match = Compact().Match(clean);
        if (match.Success) return Check(text, Int(match, "y"), match, null);
        match = InEra().Match(clean);
        if (!match.Success || table.Find(match.Groups["e"].Value) is not { } era) return NotADate(text);
        var year = match.Groups["y"].Value is "元" ? 1 : Int(match, "y");
        return year == 0 ? NotADate(text) : Check(text, era.FirstDay.Year + year - 1, match, (table, era));
    }

    private static Result<DateReading> Check(string text, int year, Match match, (EraTable Table, Era Era)? written)
    {
        int month = Int(match, "m"), date = Int(match, "d");
        if (year is < 1 or > 9999 || month is < 1 or > 12 || date < 1 || date > DateTime.DaysInMonth(year, month))
            return new Refusal("date.impossible", $"「{text}」という日はありません。", "月と日を確かめて書き直してください。");
        var day = new DateOnly(year, month, date);
        if (written is null) return new DateReading(day, WeekdayWarning(match, day));
        if (day < EraTable.FirstGregorianDay)
            return new Refusal("date.lunar", $"「{text}」は旧暦の日付です。", "明治6年1月1日より前の日は西暦で書いてください。");
        return new DateReading(day, EraWarning(written.Value.Table, written.Value.Era, day) ?? WeekdayWarning(match, day));
    }

    private static string? EraWarning(EraTable table, Era era, DateOnly day)
    {
        if (table.At(day) is not { } real || real == era) return null;
        var limit = day < era.FirstDay
            ? $"{era.Name}は{Wareki.Of(era.FirstDay, table)}からです。"
            : $"{era.Name}は{Wareki.Of(table.LastDay(era)!.Value, table)}までです。";
        return limit + $"{Wareki.Of(day, table)}と読みました。";
    }

    private static string? WeekdayWarning(Match match, DateOnly day)
    {
        var written = match.Groups["w"].Value;
        var real = Wareki.LongText(day)[^2..^1];
        return written.Length == 0 || string.Equals(written, real, StringComparison.Ordinal) ? null
            : $"{Wareki.Text(day)}は{written}曜日でなく{real}曜日です。日付のほうを読みました。";
    }

    private static Refusal NotADate(string text) => new(
        "date.form", $"「{text}」を日付として読めません。", "令和8年11月21日、R8.11.21、2026/11/21 のどれかの形で書いてください。");

    private static int Int(Match match, string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<y>[0-9]{4})(年|[./-])(?<m>[0-9]{1,2})(月|[./-])(?<d>[0-9]{1,2})日?(\((?<w>[日月火水木金土])\))?$", Options)]
    private static partial Regex Western();

    [GeneratedRegex(@"^(?<y>[0-9]{4})(?<m>[0-9]{2})(?<d>[0-9]{2})(?<w>)$", Options)]
    private static partial Regex Compact();

    [GeneratedRegex(@"^(?<e>\p{L}{2}|[A-Za-z]|[\u32FF\u337B-\u337E])(?<y>元|[0-9]{1,3})(年|[./-])(?<m>[0-9]{1,2})(月|[./-])(?<d>[0-9]{1,2})日?(\((?<w>[日月火水木金土])\))?$", Options)]
    private static partial Regex InEra();
}
