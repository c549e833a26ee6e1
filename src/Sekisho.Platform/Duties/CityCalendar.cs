using Npgsql;
using Sekisho.Kernel.Calendar;

namespace Sekisho.Platform.Duties;

/// <summary>The shipped holiday table with this city's own closing days (rule T14).</summary>
public static class CityCalendar
{
    public static Task<HolidayCalendar> CalendarAsync(this ReadScope read, CancellationToken ct) => LoadAsync(read.Connection, ct);

    /// <summary>Replaces the city's own closing days. Recorded.</summary>
    public static async Task ReplaceDaysOffAsync(this UnitOfWork work, IReadOnlyDictionary<DateOnly, string> days, CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch(work.Connection, work.Transaction);
        batch.BatchCommands.Add(new("delete from platform.day_off"));
        foreach (var (day, name) in days)
            batch.BatchCommands.Add(new("insert into platform.day_off (day, name) values ($1, $2)") { Parameters = { new() { Value = day }, new() { Value = name } } });
        await batch.ExecuteNonQueryAsync(ct);
        work.Audit("platform.calendar.changed", new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["days"] = days.Keys.Order().Select(d => d.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)).ToList(),
        });
    }

    internal static async Task<HolidayCalendar> LoadAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("select day, name from platform.day_off order by day", connection);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var own = new List<DayOff>();
        while (await reader.ReadAsync(ct)) own.Add(new(reader.GetFieldValue<DateOnly>(0), reader.GetString(1), DayOffKind.City));
        return own.Count == 0 ? HolidayCalendar.Shipped : HolidayCalendar.Shipped.With(own);
    }
}
