using System.Globalization;
using Sekisho.Kernel;

namespace Sekisho.Conformity.Rules;

/// <summary>A length of time as people write it in a parameter: 14日, 3か月, 24時間, 3営業日, or P14D, PT15M. Count 0 to 100,000.</summary>
public readonly record struct Span(int Count, SpanUnit Unit)
{
    private const int Most = 100_000;

    private static readonly (string Suffix, SpanUnit Unit)[] Words =
    [
        ("営業日", SpanUnit.BusinessDay), ("か月", SpanUnit.Month), ("ヶ月", SpanUnit.Month), ("時間", SpanUnit.Hour),
        ("週間", SpanUnit.Week), ("日", SpanUnit.Day), ("年", SpanUnit.Year), ("分", SpanUnit.Minute), ("秒", SpanUnit.Second),
    ];

    /// <summary>Null when the text is no length of time.</summary>
    public static Span? Parse(string text)
    {
        foreach (var (suffix, unit) in Words)
            if (text.EndsWith(suffix, StringComparison.Ordinal)) return Of(text[..^suffix.Length], unit);
        if (text.Length < 3 || text[0] != 'P') return null;
        var time = text[1] == 'T';
        return (time, text[^1]) switch
        {
            (true, 'S') => Of(text[2..^1], SpanUnit.Second),
            (true, 'M') => Of(text[2..^1], SpanUnit.Minute),
            (true, 'H') => Of(text[2..^1], SpanUnit.Hour),
            (false, 'D') => Of(text[1..^1], SpanUnit.Day),
            (false, 'W') => Of(text[1..^1], SpanUnit.Week),
            (false, 'M') => Of(text[1..^1], SpanUnit.Month),
            (false, 'Y') => Of(text[1..^1], SpanUnit.Year),
            _ => null,
        };
    }

    /// <summary>The instant this long before <paramref name="asOf"/>; months and years by the calendar in Japan, business days by <paramref name="isBusinessDay"/>.</summary>
    public DateTimeOffset Before(DateTimeOffset asOf, Func<DateOnly, bool> isBusinessDay)
    {
        var local = JapanTime.Clock(asOf);
        return Unit switch
        {
            SpanUnit.Second => asOf.AddSeconds(-Count),
            SpanUnit.Minute => asOf.AddMinutes(-Count),
            SpanUnit.Hour => asOf.AddHours(-Count),
            SpanUnit.Day => asOf.AddDays(-Count),
            SpanUnit.Week => asOf.AddDays(-7L * Count),
            SpanUnit.Month => local.AddMonths(-Count),
            SpanUnit.Year => local.AddYears(-Count),
            _ => BusinessDays(local, -1, isBusinessDay),
        };
    }

    /// <summary>The instant this long after <paramref name="start"/>, counted as <see cref="Before"/> counts.</summary>
    public DateTimeOffset AfterThat(DateTimeOffset start, Func<DateOnly, bool> isBusinessDay) => Unit == SpanUnit.BusinessDay
        ? BusinessDays(JapanTime.Clock(start), 1, isBusinessDay) : new Span(-Count, Unit).Before(start, isBusinessDay);

    /// <summary>Whether the span counts whole days, so that a bare date is compared by its day.</summary>
    public bool CountsDays => Unit is not (SpanUnit.Second or SpanUnit.Minute or SpanUnit.Hour);

    /// <summary>The length in seconds; null for days and longer, which the calendar makes longer or shorter.</summary>
    public long? Seconds => Unit switch { SpanUnit.Second => Count, SpanUnit.Minute => Count * 60L, SpanUnit.Hour => Count * 3600L, _ => null };

    private DateTimeOffset BusinessDays(DateTimeOffset local, int step, Func<DateOnly, bool> isBusinessDay)
    {
        var left = Count;
        while (left > 0)
        {
            local = local.AddDays(step);
            if (isBusinessDay(DateOnly.FromDateTime(local.DateTime))) left--;
        }
        return local;
    }

    private static Span? Of(string digits, SpanUnit unit) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count <= Most ? new Span(count, unit) : null;
}
