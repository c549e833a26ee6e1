using Npgsql;
using NpgsqlTypes;
using Sekisho.Kernel;

namespace Sekisho.Platform.Registries;

/// <summary>The three registries of rule T3 inside a command or a reading scope.</summary>
public static class RegistryExtensions
{
    /// <summary>Replaces every holder row of one organ. Only the owner of the organisation calls it; it records the change itself.</summary>
    public static async Task ReplaceRoleHoldersAsync(this UnitOfWork work, string organCode, IReadOnlyList<RoleHolder> rows, CancellationToken ct = default)
    {
        if (rows.Any(r => !string.Equals(r.OrganCode, organCode, StringComparison.Ordinal))) throw new ArgumentException("A row belongs to another organ.", nameof(rows));
        await using (var delete = new NpgsqlCommand("delete from platform.role_holder where organ_code = $1", work.Connection, work.Transaction))
        {
            delete.Parameters.Add(new() { Value = organCode });
            await delete.ExecuteNonQueryAsync(ct);
        }
        await using var import = await work.Connection.BeginBinaryImportAsync(
            "copy platform.role_holder (role, organ_code, unit_id, person_id, post_code, basis, valid_from, valid_to, is_acting) from stdin (format binary)", ct);
        foreach (var row in rows)
            await import.WriteRowAsync(ct, row.Role.Value, row.OrganCode, row.UnitId, row.PersonId, row.PostCode, row.Basis, row.ValidFrom, row.ValidTo, row.IsActing);
        await import.CompleteAsync(ct);
    }

    /// <summary>Holders on a day, narrowed by role, organ, unit or person.</summary>
    public static Task<IReadOnlyList<RoleHolder>> RoleHoldersAsync(
        this ReadScope read, DateOnly on, RoleCode? role = null, string? organ = null, string? unit = null, string? person = null, CancellationToken ct = default) =>
        RegistryQueries.HoldersAsync(read.Connection, on, role, organ, unit, person, ct);

    /// <inheritdoc cref="RoleHoldersAsync(ReadScope, DateOnly, RoleCode?, string?, string?, string?, CancellationToken)"/>
    public static Task<IReadOnlyList<RoleHolder>> RoleHoldersAsync(
        this UnitOfWork work, DateOnly on, RoleCode? role = null, string? organ = null, string? unit = null, string? person = null, CancellationToken ct = default) =>
        RegistryQueries.HoldersAsync(work.Connection, on, role, organ, unit, person, ct);

    /// <summary>Adds the subject or replaces what is known of it.</summary>
    public static async Task PutSubjectAsync(this UnitOfWork work, Subject subject, CancellationToken ct = default)
    {
        await using var command = new NpgsqlCommand("""
            insert into platform.subject (kind, id, label, organ_code, unit_id, class, zone) values ($1, $2, $3, $4, $5, $6, $7)
            on conflict (kind, id) do update set label = excluded.label, organ_code = excluded.organ_code, unit_id = excluded.unit_id, class = excluded.class, zone = excluded.zone
            """, work.Connection, work.Transaction);
        foreach (var value in new[] { subject.Target.Kind.Code(), subject.Target.Id, subject.Label, subject.OrganCode, subject.UnitId, subject.Class, subject.Zone })
            command.Parameters.Add(RegistryQueries.Text(value));
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Adds or replaces many subjects with one statement; rows that say the same already are not touched.</summary>
    public static async Task PutSubjectsAsync(this UnitOfWork work, IReadOnlyCollection<Subject> subjects, CancellationToken ct = default)
    {
        await using var command = new NpgsqlCommand("""
            insert into platform.subject (kind, id, label, organ_code, unit_id, class, zone) select * from unnest($1, $2, $3, $4, $5, $6, $7)
            on conflict (kind, id) do update set label = excluded.label, organ_code = excluded.organ_code, unit_id = excluded.unit_id, class = excluded.class, zone = excluded.zone
            where (platform.subject.*) is distinct from (excluded.*)
            """, work.Connection, work.Transaction);
        foreach (var column in new Func<Subject, string?>[] { s => s.Target.Kind.Code(), s => s.Target.Id, s => s.Label, s => s.OrganCode, s => s.UnitId, s => s.Class, s => s.Zone })
            command.Parameters.Add(new() { Value = subjects.Select(column).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text });
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Takes a subject off the registry; the ledger keeps what was said of it.</summary>
    public static async Task RemoveSubjectAsync(this UnitOfWork work, TargetRef target, CancellationToken ct = default)
    {
        await using var command = new NpgsqlCommand("delete from platform.subject where kind = $1 and id = $2", work.Connection, work.Transaction)
        {
            Parameters = { RegistryQueries.Text(target.Kind.Code()), RegistryQueries.Text(target.Id) },
        };
        await command.ExecuteNonQueryAsync(ct);
    }

    public static Task<IReadOnlyList<Subject>> SubjectsAsync(
        this ReadScope read, TargetKind? kind = null, string? organ = null, string? unit = null, string? id = null, CancellationToken ct = default) =>
        RegistryQueries.SubjectsAsync(read.Connection, kind, organ, unit, id, ct);

    public static Task<IReadOnlyList<Subject>> SubjectsAsync(
        this UnitOfWork work, TargetKind? kind = null, string? organ = null, string? unit = null, string? id = null, CancellationToken ct = default) =>
        RegistryQueries.SubjectsAsync(work.Connection, kind, organ, unit, id, ct);

    /// <summary>Adds a link; one that exists stays.</summary>
    public static async Task PutLinkAsync(this UnitOfWork work, Link link, CancellationToken ct = default) =>
        await LinkAsync(work, link, "insert into platform.link (from_kind, from_id, to_kind, to_id, kind) values ($1, $2, $3, $4, $5) on conflict do nothing", ct);

    /// <summary>Replaces every link of one kind that begins at things of one kind of target.</summary>
    public static async Task ReplaceLinksAsync(this UnitOfWork work, TargetKind from, string kind, IReadOnlyCollection<Link> links, CancellationToken ct = default)
    {
        if (links.Any(l => l.From.Kind != from || !string.Equals(l.Kind, kind, StringComparison.Ordinal))) throw new ArgumentException("A link is of another kind.", nameof(links));
        await using var batch = new NpgsqlBatch(work.Connection, work.Transaction);
        batch.BatchCommands.Add(new NpgsqlBatchCommand("delete from platform.link where from_kind = $1 and kind = $2") { Parameters = { new() { Value = from.Code() }, new() { Value = kind } } });
        var insert = new NpgsqlBatchCommand("insert into platform.link (from_kind, from_id, to_kind, to_id, kind) select * from unnest($1, $2, $3, $4, $5)");
        foreach (var column in new Func<Link, string>[] { l => l.From.Kind.Code(), l => l.From.Id, l => l.To.Kind.Code(), l => l.To.Id, l => l.Kind })
            insert.Parameters.Add(new() { Value = links.Select(column).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text });
        batch.BatchCommands.Add(insert);
        await batch.ExecuteNonQueryAsync(ct);
    }

    public static async Task RemoveLinkAsync(this UnitOfWork work, Link link, CancellationToken ct = default) =>
        await LinkAsync(work, link, "delete from platform.link where from_kind = $1 and from_id = $2 and to_kind = $3 and to_id = $4 and kind = $5", ct);

    public static Task<IReadOnlyList<Link>> LinksAsync(this ReadScope read, TargetRef? from = null, TargetRef? to = null, string? kind = null, CancellationToken ct = default) =>
        RegistryQueries.LinksAsync(read.Connection, from, to, kind, ct);

    private static async Task LinkAsync(UnitOfWork work, Link link, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, work.Connection, work.Transaction);
        foreach (var value in new[] { link.From.Kind.Code(), link.From.Id, link.To.Kind.Code(), link.To.Id, link.Kind }) command.Parameters.Add(RegistryQueries.Text(value));
        await command.ExecuteNonQueryAsync(ct);
    }
}
