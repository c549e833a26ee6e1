namespace Sekisho.Kernel;

/// <summary>Business days are days in Japan: UTC+9 without daylight saving since 1952. The local time zone is never read (rule T14).</summary>
public static class JapanTime
{
    public static readonly TimeSpan Offset = TimeSpan.FromHours(9);
    public static DateOnly Day(DateTimeOffset instant) => DateOnly.FromDateTime(instant.ToOffset(Offset).DateTime);
    public static DateTimeOffset Clock(DateTimeOffset instant) => instant.ToOffset(Offset);
    /// <summary>The first instant of the day. 「3月31日まで」 ends at <c>StartOf(4月1日)</c>: periods are half-open.</summary>
    public static DateTimeOffset StartOf(DateOnly day) => new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), Offset).ToUniversalTime();
}
