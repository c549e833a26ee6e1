using System.Globalization;
using System.Text.RegularExpressions;

namespace Sekisho.Kernel.Calendar;

/// <summary>
/// A fiscal year, 1 April to 31 March, named after the western year it begins in. 令和元年度 and 平成31年度 are the same year, 2019.
/// Range 1873 to 9998; ordered by <see cref="StartYear"/>.
/// </summary>
public readonly partial record struct FiscalYear : IComparable<FiscalYear>
{
    /// <exception cref="ArgumentOutOfRangeException">Before 1873 or after 9998.</exception>
    public FiscalYear(int startYear)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(startYear, 1873);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(startYear, 9998);
        StartYear = startYear;
    }

    public int StartYear { get; }
    public DateOnly FirstDay => new(StartYear, 4, 1);
    public DateOnly LastDay => new(StartYear + 1, 3, 31);
    public FiscalYear Next => new(StartYear + 1);
    public FiscalYear Previous => new(StartYear - 1);
    public bool Contains(DateOnly day) => day >= FirstDay && day <= LastDay;
    public int CompareTo(FiscalYear other) => StartYear.CompareTo(other.StartYear);

    public static FiscalYear Of(DateOnly day) => new(day.Month >= 4 ? day.Year : day.Year - 1);

    /// <summary>令和8年度. An era that begins in the first half of the year names the whole year: 2019 is 令和元年度, 1988 stays 昭和63年度.</summary>
    public override string ToString()
    {
        var day = Wareki.Of(new DateOnly(StartYear, 9, 30))!.Value;
        return day.Era.Name + Wareki.YearText(day.Year) + "年度";
    }

    /// <summary>Reads 令和8年度, 令和元年度, 平成31年度, R8年度, 2026年度, with or without 年度 or 度, also full-width.</summary>
    public static Result<FiscalYear> Read(string text, EraTable? eras = null)
    {
        var clean = text.Length > 20 ? "" : Width.Narrow(text).Replace(" ", "", StringComparison.Ordinal);
        var match = Form().Match(clean);
        if (!match.Success) return NotAYear(text);
        var mark = match.Groups["e"].Value;
        var number = match.Groups["y"].Value is "元" ? 1 : int.Parse(match.Groups["y"].Value, CultureInfo.InvariantCulture);
        if (mark.Length == 0) return match.Groups["y"].Length == 4 ? InRange(number, text) : NotAYear(text);
        return (eras ?? EraTable.Shipped).Find(mark) is { } era && number is > 0 and < 1000
            ? InRange(era.FirstDay.Year + number - 1, text) : NotAYear(text);
    }

    private static Result<FiscalYear> InRange(int year, string text) => year is >= 1873 and <= 9998 ? new FiscalYear(year) : NotAYear(text);

    private static Refusal NotAYear(string text) => new(
        "fiscal_year.form", $"「{(text.Length > 20 ? text[..20] + "…" : text)}」を年度として読めません。", "令和8年度 か 2026年度 の形で書いてください。");

    [GeneratedRegex(@"^(?<e>\p{L}{2}|[A-Za-z]|[\u32FF\u337B-\u337E])?(?<y>元|[0-9]{1,4})(年度|年|度)?$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
