using System.Globalization;

namespace Sekisho.Mime.Reading.Fields;

/// <summary>Dates of RFC 5322 with the obsolete zone names; null when it is none or lies outside 1970–2199.</summary>
public static class DateReader
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    public static DateTimeOffset? Read(string raw)
    {
        var text = raw.Split('(')[0];
        var comma = text.IndexOf(',', StringComparison.Ordinal);
        var words = text[(comma + 1)..].Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 4 || words[1].Length < 3) return null;
        var month = Array.IndexOf(Months, words[1][..3].ToLowerInvariant()) + 1;
        var clock = words[3].Split(':');
        if (month == 0 || clock.Length is not (2 or 3)) return null;
        if (Number(words[0]) is not { } day || Number(words[2]) is not { } year || Number(clock[0]) is not { } hour || Number(clock[1]) is not { } minute) return null;
        var second = clock.Length == 3 ? Number(clock[2]) : 0;
        if (second is null || Zone(words.Length > 4 ? words[4] : "+0000") is not { } offset) return null;
        if (year is < 1970 or > 2199 || day < 1 || day > DateTime.DaysInMonth(year, month) || hour > 23 || minute > 59 || second > 60) return null;
        return new DateTimeOffset(year, month, day, hour, minute, Math.Min(second.Value, 59), offset);
    }

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : null;

    private static TimeSpan? Zone(string text)
    {
        if (text.Length == 5 && text[0] is '+' or '-' && Number(text[1..]) is { } hhmm && hhmm / 100 <= 14 && hhmm % 100 < 60)
        {
            var offset = new TimeSpan(hhmm / 100, hhmm % 100, 0);
            return offset > TimeSpan.FromHours(14) ? null : text[0] == '-' ? -offset : offset;
        }
        return text.ToUpperInvariant() switch { "GMT" or "UT" or "UTC" or "Z" => TimeSpan.Zero, "JST" => TimeSpan.FromHours(9), _ => null };
    }
}
