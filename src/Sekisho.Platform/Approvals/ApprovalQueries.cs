using Npgsql;

namespace Sekisho.Platform.Approvals;

/// <summary>What pages ask of the approval engine. Lists page on the server; the number of statements is fixed.</summary>
public static class ApprovalQueries
{
    private const string WaitingFor = """
        from platform.approval a join platform.approval_seat s on s.approval_id = a.id and s.step = a.current_step
        where s.person_id = $1 and s.agreed_at is null and a.state = 'open'
        """;
    private const string RequestedBy = "from platform.approval a where a.requester_id = $1";

    /// <summary>Cases that wait for this person, oldest first.</summary>
    public static Task<IReadOnlyList<ApprovalSummary>> ApprovalsWaitingForAsync(this ReadScope read, string personId, int skip, int take, CancellationToken ct) =>
        ListAsync(read, WaitingFor, "order by a.created_at, a.id", personId, skip, take, ct);

    public static Task<long> CountApprovalsWaitingForAsync(this ReadScope read, string personId, CancellationToken ct) => CountAsync(read, WaitingFor, personId, ct);

    /// <summary>Cases this person put up, newest first.</summary>
    public static Task<IReadOnlyList<ApprovalSummary>> ApprovalsRequestedByAsync(this ReadScope read, string personId, int skip, int take, CancellationToken ct) =>
        ListAsync(read, RequestedBy, "order by a.created_at desc, a.id", personId, skip, take, ct);

    public static Task<long> CountApprovalsRequestedByAsync(this ReadScope read, string personId, CancellationToken ct) => CountAsync(read, RequestedBy, personId, ct);

    private const string DelegatedTo = """
        from platform.approval a where a.state = 'open' and exists (select 1 from platform.approval_seat s join platform.approval_delegation d on d.person_id = s.person_id
          where s.approval_id = a.id and s.step = a.current_step and s.agreed_at is null and d.delegate_id = $1 and d.ended_on is null and d.first_day <= $4 and d.last_day >= $4)
        """;
    private const string ToLookAt = "from platform.approval a where a.later_looks @> jsonb_build_array(jsonb_build_object('PersonId', $1::text, 'SeenAt', null))";

    /// <summary>Cases that wait for somebody in whose place this person may decide today, oldest first.</summary>
    public static Task<IReadOnlyList<ApprovalSummary>> ApprovalsDelegatedToAsync(this ReadScope read, string personId, DateOnly today, int skip, int take, CancellationToken ct) =>
        ListAsync(read, DelegatedTo, "order by a.created_at, a.id", personId, skip, take, ct, today);

    /// <summary>後閲: what was decided in this person's place and they have not looked at, oldest first.</summary>
    public static Task<IReadOnlyList<ApprovalSummary>> ApprovalsToLookAtAsync(this ReadScope read, string personId, int skip, int take, CancellationToken ct) =>
        ListAsync(read, ToLookAt, "order by a.created_at, a.id", personId, skip, take, ct);

    /// <summary>One case as its requester or somebody on its route may see it; null for everybody else, as for a number that does not exist.</summary>
    /// <param name="today">Given, somebody who may decide today in the place of a person who is asked sees it too.</param>
    public static async Task<ApprovalView?> ApprovalAsync(this ReadScope read, Guid id, string personId, CancellationToken ct, DateOnly? today = null)
    {
        ApprovalRow row;
        await using (var command = new NpgsqlCommand($"""
            select {ApprovalRow.Columns} from platform.approval a where a.id = $1
              and (a.requester_id = $2 or exists (select 1 from platform.approval_seat s where s.approval_id = a.id and s.person_id = $2 and s.step <= a.current_step)
                or exists (select 1 from platform.approval_act t where t.approval_id = a.id and t.person_id = $2)
                or (a.state = 'open' and exists (select 1 from platform.approval_seat s join platform.approval_delegation d on d.person_id = s.person_id
                  where s.approval_id = a.id and s.step = a.current_step and d.delegate_id = $2 and d.ended_on is null and d.first_day <= $3 and d.last_day >= $3)))
            """, read.Connection) { Parameters = { new() { Value = id }, new() { Value = personId }, new() { Value = (object?)today ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Date } } })
        await using (var reader = await command.ExecuteReaderAsync(ct))
        {
            if (!await reader.ReadAsync(ct)) return null;
            row = ApprovalRow.Read(reader);
        }
        return new(row.Id, row.SubjectKind, row.SubjectId, row.Title, row.Link, row.OrganCode, row.UnitId, row.Details,
            row.CreatedAt, row.EndedAt, row.RowVersion, row.Case, await HistoryAsync(read, id, ct), row.NumberYear, row.Number);
    }

    /// <summary>The newest case about a subject; null when there is none. For the subject's own page, whose module decides who sees it.</summary>
    public static async Task<(Guid Id, ApprovalState State)?> LatestApprovalOfAsync(this ReadScope read, string subjectKind, string subjectId, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            "select id, state from platform.approval where subject_kind = $1 and subject_id = $2 order by created_at desc, id limit 1", read.Connection)
        {
            Parameters = { new() { Value = subjectKind }, new() { Value = subjectId } },
        };
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct) ? (reader.GetGuid(0), Enum.Parse<ApprovalState>(reader.GetString(1), ignoreCase: true)) : null;
    }

    private static async Task<List<ApprovalHistoryLine>> HistoryAsync(ReadScope read, Guid id, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            "select at, person_id, act, round, step, to_step, comment, for_person from platform.approval_act where approval_id = $1 order by number", read.Connection)
        {
            Parameters = { new() { Value = id } },
        };
        await using var reader = await command.ExecuteReaderAsync(ct);
        var lines = new List<ApprovalHistoryLine>();
        while (await reader.ReadAsync(ct))
            lines.Add(new(reader.GetFieldValue<DateTimeOffset>(0), reader.GetString(1), Enum.Parse<ApprovalAct>(reader.GetString(2), ignoreCase: true),
                reader.GetInt32(3), reader.GetInt32(4), reader.IsDBNull(5) ? null : reader.GetInt32(5), reader.IsDBNull(6) ? null : reader.GetString(6), reader.IsDBNull(7) ? null : reader.GetString(7)));
        return lines;
    }

    private static async Task<IReadOnlyList<ApprovalSummary>> ListAsync(
        ReadScope read, string from, string order, string personId, int skip, int take, CancellationToken ct, DateOnly? today = null)
    {
        await using var command = new NpgsqlCommand($"""
            select a.id, a.subject_kind, a.subject_id, a.title, a.requester_id, a.state, a.current_step, jsonb_array_length(a.steps),
                   a.steps -> a.current_step ->> 'Kind', a.created_at, a.row_version {from} {order} offset $2 limit $3
            """, read.Connection) { Parameters = { new() { Value = personId }, new() { Value = skip }, new() { Value = take } } };
        if (today is { } day) command.Parameters.Add(new() { Value = day });
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<ApprovalSummary>();
        while (await reader.ReadAsync(ct))
            rows.Add(new(reader.GetGuid(0), reader.GetString(1), reader.GetString(2), reader.GetString(3), reader.GetString(4),
                Enum.Parse<ApprovalState>(reader.GetString(5), ignoreCase: true), reader.GetInt32(6), reader.GetInt32(7),
                Enum.Parse<ApprovalStepKind>(reader.GetString(8)), reader.GetFieldValue<DateTimeOffset>(9), reader.GetInt32(10)));
        return rows;
    }

    private static async Task<long> CountAsync(ReadScope read, string from, string personId, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("select count(*) " + from, read.Connection) { Parameters = { new() { Value = personId } } };
        return (long)(await command.ExecuteScalarAsync(ct))!;
    }
}
