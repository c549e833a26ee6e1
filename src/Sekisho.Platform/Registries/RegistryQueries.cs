using Npgsql;
using NpgsqlTypes;
using Sekisho.Kernel;

namespace Sekisho.Platform.Registries;

/// <summary>The SQL behind the registries' reading side.</summary>
internal static class RegistryQueries
{
    public static async Task<IReadOnlyList<RoleHolder>> HoldersAsync(
        NpgsqlConnection connection, DateOnly on, RoleCode? role, string? organ, string? unit, string? person, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("""
            select role, organ_code, unit_id, person_id, post_code, basis, valid_from, valid_to, is_acting from platform.role_holder
            where valid_from <= $1 and (valid_to is null or valid_to > $1)
              and ($2 is null or role = $2) and ($3 is null or organ_code = $3) and ($4 is null or unit_id = $4) and ($5 is null or person_id = $5)
            order by role, organ_code, unit_id, is_acting, person_id
            """, connection) { Parameters = { new() { Value = on }, Text(role?.Value), Text(organ), Text(unit), Text(person) } };
        return await ListAsync(command, r => new RoleHolder(
            new RoleCode(r.GetString(0)), r.GetString(1), Maybe(r, 2), r.GetString(3), Maybe(r, 4), r.GetString(5),
            r.GetFieldValue<DateOnly>(6), r.IsDBNull(7) ? null : r.GetFieldValue<DateOnly>(7), r.GetBoolean(8)), ct);
    }

    public static async Task<IReadOnlyList<Subject>> SubjectsAsync(
        NpgsqlConnection connection, TargetKind? kind, string? organ, string? unit, string? id, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("""
            select kind, id, label, organ_code, unit_id, class, zone from platform.subject
            where ($1 is null or kind = $1) and ($2 is null or organ_code = $2) and ($3 is null or unit_id = $3) and ($4 is null or id = $4)
            order by kind, id
            """, connection) { Parameters = { Text(kind?.Code()), Text(organ), Text(unit), Text(id) } };
        return await ListAsync(command, r => new Subject(Target(r, 0), r.GetString(2), Maybe(r, 3), Maybe(r, 4), Maybe(r, 5), Maybe(r, 6)), ct);
    }

    public static async Task<IReadOnlyList<Link>> LinksAsync(NpgsqlConnection connection, TargetRef? from, TargetRef? to, string? kind, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("""
            select from_kind, from_id, to_kind, to_id, kind from platform.link
            where ($1 is null or (from_kind = $1 and from_id = $2)) and ($3 is null or (to_kind = $3 and to_id = $4)) and ($5 is null or kind = $5)
            order by from_kind, from_id, kind, to_kind, to_id
            """, connection) { Parameters = { Text(from?.Kind.Code()), Text(from?.Id), Text(to?.Kind.Code()), Text(to?.Id), Text(kind) } };
        return await ListAsync(command, r => new Link(Target(r, 0), Target(r, 2), r.GetString(4)), ct);
    }

    public static NpgsqlParameter Text(string? value) => new() { Value = (object?)value ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text };

    private static TargetRef Target(NpgsqlDataReader r, int at) =>
        new(TargetKindCodes.Find(r.GetString(at)) ?? throw new InvalidOperationException($"'{r.GetString(at)}' is no kind of target."), r.GetString(at + 1));

    private static string? Maybe(NpgsqlDataReader r, int at) => r.IsDBNull(at) ? null : r.GetString(at);

    private static async Task<IReadOnlyList<T>> ListAsync<T>(NpgsqlCommand command, Func<NpgsqlDataReader, T> read, CancellationToken ct)
    {
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<T>();
        while (await reader.ReadAsync(ct)) rows.Add(read(reader));
        return rows;
    }
}
