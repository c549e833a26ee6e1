using Npgsql;
using NpgsqlTypes;
using Sekisho.Kernel;
using Sekisho.Kernel.Calendar;

namespace Sekisho.Platform.Approvals;

/// <summary>The rows of a case inside a command.</summary>
internal static class ApprovalStore
{
    public static async Task InsertAsync(UnitOfWork work, ApprovalRow row, CancellationToken ct)
    {
        // Numbers have no gaps and no doubles: one case at a time takes one.
        await using (var one = new NpgsqlCommand("select pg_advisory_xact_lock(hashtext('platform.approval.number'))", work.Connection, work.Transaction)) await one.ExecuteNonQueryAsync(ct);
        await using var command = new NpgsqlCommand("""
            insert into platform.approval (id, subject_kind, subject_id, title, link, organ_code, unit_id, details, created_at, requester_id, state, round, current_step, steps, agreements, number_year, number)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, (select coalesce(max(number), 0) + 1 from platform.approval where number_year = $16))
            """, work.Connection, work.Transaction)
        {
            Parameters =
            {
                new() { Value = row.Id }, Text(row.SubjectKind), Text(row.SubjectId), Text(row.Title), Text(row.Link), Text(row.OrganCode), Text(row.UnitId),
                ApprovalRow.AsJson(row.Details), new() { Value = row.CreatedAt }, Text(row.Case.RequesterId), Text(ApprovalRow.StateCode(row.Case.State)),
                new() { Value = row.Case.Round }, new() { Value = row.Case.Current }, ApprovalRow.AsJson(row.Case.Steps), ApprovalRow.AsJson(row.Case.Agreements),
                new() { Value = FiscalYear.Of(JapanTime.Day(row.CreatedAt)).StartYear },
            },
        };
        await command.ExecuteNonQueryAsync(ct);
        await SeatsAsync(work, row, ct);
    }

    public static async Task<ApprovalRow?> LockAsync(UnitOfWork work, Guid id, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand($"select {ApprovalRow.Columns} from platform.approval where id = $1 for update", work.Connection, work.Transaction)
        {
            Parameters = { new() { Value = id } },
        };
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct) ? ApprovalRow.Read(reader) : null;
    }

    public static async Task UpdateAsync(UnitOfWork work, ApprovalRow row, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            "update platform.approval set state = $2, round = $3, current_step = $4, agreements = $5, ended_at = $6, row_version = $7, later_looks = $8 where id = $1", work.Connection, work.Transaction)
        {
            Parameters =
            {
                new() { Value = row.Id }, Text(ApprovalRow.StateCode(row.Case.State)), new() { Value = row.Case.Round }, new() { Value = row.Case.Current },
                ApprovalRow.AsJson(row.Case.Agreements), new() { Value = (object?)row.EndedAt ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.TimestampTz }, new() { Value = row.RowVersion }, ApprovalRow.AsJson(row.Case.LaterLooks),
            },
        };
        await command.ExecuteNonQueryAsync(ct);
        await SeatsAsync(work, row, ct);
    }

    public static async Task AddActAsync(UnitOfWork work, ApprovalRow before, ApprovalCommand command, string? comment, CancellationToken ct)
    {
        await using var insert = new NpgsqlCommand("""
            insert into platform.approval_act (approval_id, number, at, person_id, act, round, step, to_step, comment, for_person)
            select $1, coalesce(max(number), 0) + 1, $2, $3, $4, $5, $6, $7, $8, $9 from platform.approval_act where approval_id = $1
            """, work.Connection, work.Transaction)
        {
            Parameters =
            {
                new() { Value = before.Id }, new() { Value = work.Now }, Text(command.PersonId), Text(command.Act.ToString().ToLowerInvariant()),
                new() { Value = before.Case.Round }, new() { Value = before.Case.Current },
                new() { Value = command.Act == ApprovalAct.Return ? command.ToStep : DBNull.Value, NpgsqlDbType = NpgsqlDbType.Integer }, Text(comment), Text(command.ForPersonId),
            },
        };
        await insert.ExecuteNonQueryAsync(ct);
    }

    private static async Task SeatsAsync(UnitOfWork work, ApprovalRow row, CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch(work.Connection, work.Transaction);
        batch.BatchCommands.Add(new("delete from platform.approval_seat where approval_id = $1") { Parameters = { new() { Value = row.Id } } });
        for (var step = 0; step < row.Case.Steps.Count; step++)
        {
            if (row.Case.Steps[step].IsCovered) continue;
            foreach (var person in row.Case.Steps[step].Persons)
                batch.BatchCommands.Add(new("insert into platform.approval_seat (approval_id, step, person_id, agreed_at) values ($1, $2, $3, $4)")
                {
                    Parameters =
                    {
                        new() { Value = row.Id }, new() { Value = step }, Text(person),
                        new() { Value = (object?)row.Case.Agreements.FirstOrDefault(a => a.Step == step && a.PersonId == person)?.At ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.TimestampTz },
                    },
                });
        }
        await batch.ExecuteNonQueryAsync(ct);
    }

    private static NpgsqlParameter Text(string? value) => new() { Value = (object?)value ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text };
}
