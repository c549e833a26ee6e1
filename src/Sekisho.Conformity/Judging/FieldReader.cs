using System.Globalization;
using Sekisho.Kernel;
using Sekisho.Kernel.Ledger;

namespace Sekisho.Conformity.Judging;

/// <summary>Fields of a record as rules see them: everything as text, numbers and times on request. Side fields are only there or not.</summary>
internal static class FieldReader
{
    private const int DateLength = 10;

    public static string? Text(SealedRecord record, string field)
    {
        if (field == "source") return record.Source;
        if (field == "fact") return record.Name;
        if (field is "occurred_at" or "recorded_at") return Instant.Text(field == "occurred_at" ? record.OccurredAt : record.RecordedAt);
        if (!record.Payload.TryGetValue(field, out var value)) return null;
        return value switch { string s => s.Length == 0 ? null : s, long n => n.ToString(CultureInfo.InvariantCulture), _ => null };
    }

    public static decimal? Number(SealedRecord record, string field) =>
        record.Payload.TryGetValue(field, out var value)
            ? value switch
            {
                long n => n,
                string s when decimal.TryParse(s, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var d) => d,
                _ => null,
            }
            : null;

    /// <summary>A day means its first instant in Japan.</summary>
    public static DateTimeOffset? Time(SealedRecord record, string field)
    {
        if (field == "occurred_at") return record.OccurredAt;
        if (field == "recorded_at") return record.RecordedAt;
        return record.Text(field) is { Length: >= DateLength } text
            ? text.Length == DateLength
                ? JapanTime.StartOf(DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture))
                : Instant.Parse(text)
            : null;
    }

    /// <summary>Whether the field holds a bare day.</summary>
    public static bool IsDay(SealedRecord record, string field) => field is not ("occurred_at" or "recorded_at") && record.Text(field) is { Length: DateLength };

    public static bool Present(SealedRecord record, string field) =>
        field is "occurred_at" or "recorded_at" or "source" or "fact" || record.SideFields.Contains(field, StringComparer.Ordinal)
        || (record.Payload.TryGetValue(field, out var value) && value switch { string s => s.Length > 0, IReadOnlyList<string> l => l.Count > 0, _ => true });
}
