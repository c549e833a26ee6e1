using System.Globalization;

namespace Sekisho.Kernel;

/// <summary>Instants as the ledger writes them: UTC, cut (not rounded) to microseconds before anything is hashed (rule T5).</summary>
public static class Instant
{
    private const string Format = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";

    /// <summary>The same instant in UTC without the digits PostgreSQL would round away.</summary>
    public static DateTimeOffset Cut(DateTimeOffset t)
    {
        var utc = t.ToUniversalTime();
        return new DateTimeOffset(utc.Ticks - (utc.Ticks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);
    }

    public static string Text(DateTimeOffset t) => Cut(t).ToString(Format, CultureInfo.InvariantCulture);

    /// <summary>Reads what <see cref="Text"/> wrote.</summary>
    /// <exception cref="FormatException">The text has another form.</exception>
    public static DateTimeOffset Parse(string text) => DateTimeOffset.ParseExact(
        text, Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
}
