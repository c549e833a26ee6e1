using System.Text.Json;
using Npgsql;

namespace Sekisho.Platform.Notifications;

/// <summary>A person's notices.</summary>
public static class NotificationQueries
{
    /// <summary>Newest first.</summary>
    public static async Task<IReadOnlyList<Notification>> NotificationsAsync(this ReadScope read, string personId, int skip, int take, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            "select id, key, args::text, link, created_at, read_at from platform.notification where person_id = $1 order by created_at desc, id offset $2 limit $3", read.Connection)
        {
            Parameters = { new() { Value = personId }, new() { Value = skip }, new() { Value = take } },
        };
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<Notification>();
        while (await reader.ReadAsync(ct))
            rows.Add(new(reader.GetGuid(0), reader.GetString(1), JsonSerializer.Deserialize<Dictionary<string, string>>(reader.GetString(2))!,
                reader.IsDBNull(3) ? null : reader.GetString(3), reader.GetFieldValue<DateTimeOffset>(4), reader.IsDBNull(5) ? null : reader.GetFieldValue<DateTimeOffset>(5)));
        return rows;
    }

    public static async Task<long> CountUnreadNotificationsAsync(this ReadScope read, string personId, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("select count(*) from platform.notification where person_id = $1 and read_at is null", read.Connection)
        {
            Parameters = { new() { Value = personId } },
        };
        return (long)(await command.ExecuteScalarAsync(ct))!;
    }

    /// <summary>Marks a notice (null = all of the person's) as read. No business state: needs no record.</summary>
    public static async Task MarkReadAsync(this UnitOfWork work, string personId, Guid? notificationId, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            "update platform.notification set read_at = $3 where person_id = $1 and read_at is null and ($2::uuid is null or id = $2)", work.Connection, work.Transaction)
        {
            Parameters = { new() { Value = personId }, new() { Value = (object?)notificationId ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Uuid }, new() { Value = work.Now } },
        };
        await command.ExecuteNonQueryAsync(ct);
    }
}
