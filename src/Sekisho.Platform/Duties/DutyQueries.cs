using Npgsql;
using Sekisho.Kernel;

namespace Sekisho.Platform.Duties;

/// <summary>What pages ask of the duty engine.</summary>
public static class DutyQueries
{
    private const string Mine = """
        from platform.duty_task t where t.state = 'open' and exists (
            select 1 from platform.role_holder h where h.person_id = $1 and h.role = t.role and h.organ_code = t.organ_code and (t.unit_id is null or h.unit_id = t.unit_id)
              and h.valid_from <= $2 and (h.valid_to is null or h.valid_to > $2))
        """;

    /// <summary>Open tasks of the roles the person holds on the day, nearest deadline first.</summary>
    public static async Task<IReadOnlyList<DutyTask>> DutiesOfAsync(this ReadScope read, string personId, DateOnly today, int skip, int take, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand($"select {DutyStore.TaskColumns} {Mine} order by t.due_on, t.id offset $3 limit $4", read.Connection)
        {
            Parameters = { new() { Value = personId }, new() { Value = today }, new() { Value = skip }, new() { Value = take } },
        };
        return await DutyStore.TasksAsync(command, ct);
    }

    /// <summary>How many open tasks the person has, and how many of them are overdue.</summary>
    public static async Task<(long Open, long Overdue)> CountDutiesOfAsync(this ReadScope read, string personId, DateOnly today, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand($"select count(*), count(*) filter (where t.due_on < $2) {Mine}", read.Connection)
        {
            Parameters = { new() { Value = personId }, new() { Value = today } },
        };
        await using var reader = await command.ExecuteReaderAsync(ct);
        await reader.ReadAsync(ct);
        return (reader.GetInt64(0), reader.GetInt64(1));
    }

    /// <summary>One task; null when there is none. Who may see it is the page's question.</summary>
    public static async Task<DutyTask?> DutyAsync(this ReadScope read, Guid id, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand($"select {DutyStore.TaskColumns} from platform.duty_task t where t.id = $1", read.Connection) { Parameters = { new() { Value = id } } };
        return (await DutyStore.TasksAsync(command, ct)).FirstOrDefault();
    }

    /// <summary>Tasks of an organ, narrowed by unit, role or state, nearest deadline first.</summary>
    public static async Task<IReadOnlyList<DutyTask>> DutiesAsync(
        this ReadScope read, string organ, string? unit, RoleCode? role, DutyTaskState? state, int skip, int take, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand($"""
            select {DutyStore.TaskColumns} from platform.duty_task t
            where organ_code = $1 and ($2 is null or unit_id = $2) and ($3 is null or role = $3) and ($4 is null or state = $4) order by due_on, id offset $5 limit $6
            """, read.Connection)
        {
            Parameters = { DutyStore.Text(organ), DutyStore.Text(unit), DutyStore.Text(role?.Value), DutyStore.Text(state?.ToString().ToLowerInvariant()), new() { Value = skip }, new() { Value = take } },
        };
        return await DutyStore.TasksAsync(command, ct);
    }
}
