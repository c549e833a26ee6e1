using FsCheck;
using FsCheck.Fluent;

namespace Sekisho.Tests.Kernel.Calendar;

/// <summary>Random days for property tests.</summary>
internal static class Days
{
    /// <summary>Any day from 明治6年1月1日 to the end of 2199.</summary>
    public static Arbitrary<DateOnly> Gregorian { get; } = Between(new DateOnly(1873, 1, 1), new DateOnly(2199, 12, 31));

    public static Arbitrary<DateOnly> Between(DateOnly first, DateOnly last) =>
        Gen.Choose(first.DayNumber, last.DayNumber).Select(DateOnly.FromDayNumber).ToArbitrary();
}
