using Npgsql;
using NpgsqlTypes;
using Sekisho.Kernel;

namespace Sekisho.Platform.Duties;

/// <summary>The rows of definitions and tasks.</summary>
internal static class DutyStore
{
    internal const string TaskColumns =
        "id, duty_id, source, label, role, organ_code, unit_id, period_start, due_on, remind_on, link, state, opened_at, reminded_at, overdue_at, completed_at, completed_by, row_version";

    public static async Task<List<DutyDefinition>> DefinitionsAsync(NpgsqlConnection connection, DateOnly on, string? source, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("""
            select id, source, label, role, scope, organ_code, unit_id, cadence, anchor, due_business_days, remind_business_days, link from platform.duty
            where valid_from <= $1 and (valid_to is null or valid_to > $1) and ($2 is null or source = $2) order by id
            """, connection) { Parameters = { new() { Value = on }, Text(source) } };
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<DutyDefinition>();
        while (await reader.ReadAsync(ct))
            rows.Add(new(reader.GetString(0), reader.GetString(1), reader.GetString(2), new RoleCode(reader.GetString(3)), Enum.Parse<DutyScope>(reader.GetString(4), ignoreCase: true),
                reader.GetString(5), Maybe(reader, 6), Cadence.Parse(reader.GetString(7)) ?? throw new InvalidOperationException($"Duty {reader.GetString(0)} has no cadence."),
                reader.GetFieldValue<DateOnly>(8), reader.GetInt32(9), reader.GetInt32(10), Maybe(reader, 11)));
        return rows;
    }

    public static async Task PutAsync(UnitOfWork work, DutyDefinition duty, DateOnly today, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("""
            insert into platform.duty (id, source, label, role, scope, organ_code, unit_id, cadence, anchor, due_business_days, remind_business_days, link, valid_from)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
            on conflict (id) do update set label = excluded.label, role = excluded.role, scope = excluded.scope, organ_code = excluded.organ_code, unit_id = excluded.unit_id,
                cadence = excluded.cadence, anchor = excluded.anchor, due_business_days = excluded.due_business_days, remind_business_days = excluded.remind_business_days,
                link = excluded.link, valid_to = null where platform.duty.source = excluded.source
            """, work.Connection, work.Transaction)
        {
            Parameters =
            {
                Text(duty.Id), Text(duty.Source), Text(duty.Label), Text(duty.Role.Value), Text(duty.Scope.ToString().ToLowerInvariant()), Text(duty.OrganCode), Text(duty.UnitId),
                Text(duty.Cadence.ToString()), new() { Value = duty.Anchor }, new() { Value = duty.DueBusinessDays }, new() { Value = duty.RemindBusinessDays }, Text(duty.Link), new() { Value = today },
            },
        };
        if (await command.ExecuteNonQueryAsync(ct) == 0) throw new InvalidOperationException($"Duty {duty.Id} belongs to another source.");
    }

    public static async Task EndAsync(UnitOfWork work, string dutyId, DateOnly today, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("update platform.duty set valid_to = $2 where id = $1", work.Connection, work.Transaction)
        {
            Parameters = { Text(dutyId), new() { Value = today } },
        };
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Open tasks, and every task of the duties' present periods; locked.</summary>
    public static async Task<List<DutyTask>> PresentAsync(UnitOfWork work, IReadOnlyList<DutyDefinition> duties, DateOnly today, CancellationToken ct)
    {
        var periods = duties.Select(d => (d.Id, Start: d.Cadence.PeriodOf(d.Anchor, today))).Where(p => p.Start is not null).ToList();
        await using var command = new NpgsqlCommand($"""
            select {TaskColumns} from platform.duty_task
            where state = 'open' or (duty_id, period_start) in (select * from unnest($1::text[], $2::date[])) for update
            """, work.Connection, work.Transaction)
        {
            Parameters = { new() { Value = periods.Select(p => p.Id).ToArray() }, new() { Value = periods.Select(p => p.Start!.Value).ToArray() } },
        };
        return await TasksAsync(command, ct);
    }

    /// <summary>The open tasks of one duty, narrowed by organ and unit; locked.</summary>
    public static async Task<List<DutyTask>> OpenTasksAsync(UnitOfWork work, string dutyId, string? organ, string? unit, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand($"""
            select {TaskColumns} from platform.duty_task
            where state = 'open' and duty_id = $1 and ($2 is null or organ_code = $2) and ($3 is null or unit_id = $3) for update
            """, work.Connection, work.Transaction) { Parameters = { Text(dutyId), Text(organ), Text(unit) } };
        return await TasksAsync(command, ct);
    }

    public static async Task<List<DutyTask>> TasksAsync(NpgsqlCommand command, CancellationToken ct)
    {
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<DutyTask>();
        while (await reader.ReadAsync(ct))
            rows.Add(new(reader.GetGuid(0), reader.GetString(1), reader.GetString(2), reader.GetString(3), new RoleCode(reader.GetString(4)), reader.GetString(5), Maybe(reader, 6),
                reader.GetFieldValue<DateOnly>(7), reader.GetFieldValue<DateOnly>(8), reader.GetFieldValue<DateOnly>(9), Maybe(reader, 10),
                Enum.Parse<DutyTaskState>(reader.GetString(11), ignoreCase: true), reader.GetFieldValue<DateTimeOffset>(12), Time(reader, 13), Time(reader, 14), Time(reader, 15), Maybe(reader, 16), reader.GetInt32(17)));
        return rows;
    }

    /// <returns>The new task's id; null when it exists already.</returns>
    public static async Task<Guid?> OpenAsync(UnitOfWork work, DutyAction.Open open, CancellationToken ct)
    {
        var id = work.Ids.Next();
        await using var command = new NpgsqlCommand("""
            insert into platform.duty_task (id, duty_id, source, label, role, organ_code, unit_id, period_start, due_on, remind_on, link, state, opened_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'open', $12) on conflict do nothing
            """, work.Connection, work.Transaction)
        {
            Parameters =
            {
                new() { Value = id }, Text(open.Duty.Id), Text(open.Duty.Source), Text(open.Duty.Label), Text(open.Duty.Role.Value), Text(open.Place.OrganCode), Text(open.Place.UnitId),
                new() { Value = open.PeriodStart }, new() { Value = open.DueOn }, new() { Value = open.RemindOn }, Text(open.Duty.LinkAt(open.Place)), new() { Value = work.Now },
            },
        };
        return await command.ExecuteNonQueryAsync(ct) == 1 ? id : null;
    }

    /// <summary>Sets one of the task's columns of time (a constant name), or its state.</summary>
    public static async Task MarkAsync(UnitOfWork work, Guid taskId, string assignment, string? person, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand($"update platform.duty_task set {assignment}, row_version = row_version + 1 where id = $1", work.Connection, work.Transaction)
        {
            Parameters = { new() { Value = taskId }, new() { Value = work.Now } },
        };
        if (assignment.Contains("$3", StringComparison.Ordinal)) command.Parameters.Add(Text(person));
        await command.ExecuteNonQueryAsync(ct);
    }

    internal static NpgsqlParameter Text(string? value) => new() { Value = (object?)value ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text };

    private static string? Maybe(NpgsqlDataReader r, int at) => r.IsDBNull(at) ? null : r.GetString(at);

    private static DateTimeOffset? Time(NpgsqlDataReader r, int at) => r.IsDBNull(at) ? null : r.GetFieldValue<DateTimeOffset>(at);
}
