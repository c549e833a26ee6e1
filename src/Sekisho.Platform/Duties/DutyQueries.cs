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

    /// <summary>The definitions of one source that are valid on the day.</summary>
    public static async Task<IReadOnlyList<DutyDefinition>> DutyDefinitionsAsync(this UnitOfWork work, string source, DateOnly on, CancellationToken ct) =>
        await DutyStore.DefinitionsAsync(work.Connection, on, source, ct);

    /// <summary>Tasks of these organs, narrowed by unit or state: open ones first, nearest deadline first, then the newest of the others.</summary>
    public static async Task<IReadOnlyList<DutyTask>> DutiesAsync(
        this ReadScope read, IReadOnlyCollection<string> organs, string? unit, DutyTaskState? state, int skip, int take, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand($"""
            select {DutyStore.TaskColumns} {Within} order by t.state <> 'open', case when t.state = 'open' then t.due_on end, t.completed_at desc, t.id offset $4 limit $5
            """, read.Connection) { Parameters = { Organs(organs), DutyStore.Text(unit), State(state), new() { Value = skip }, new() { Value = take } } };
        return await DutyStore.TasksAsync(command, ct);
    }

    /// <summary>How many <see cref="DutiesAsync"/> would give without pages.</summary>
    public static async Task<int> CountDutiesAsync(this ReadScope read, IReadOnlyCollection<string> organs, string? unit, DutyTaskState? state, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("select count(*) " + Within, read.Connection) { Parameters = { Organs(organs), DutyStore.Text(unit), State(state) } };
        return checked((int)(await command.ExecuteScalarAsync(ct) is long count ? count : 0));
    }

    private const string Within = "from platform.duty_task t where t.organ_code = any($1) and ($2 is null or t.unit_id = $2) and ($3 is null or t.state = $3)";

    private static NpgsqlParameter Organs(IReadOnlyCollection<string> organs) => new() { Value = organs.ToArray() };

    private static NpgsqlParameter State(DutyTaskState? state) => DutyStore.Text(state?.ToString().ToLowerInvariant());
}
