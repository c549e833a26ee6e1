using Npgsql;
using Sekisho.Kernel;
using Sekisho.Kernel.Ledger;
using Sekisho.Platform;

namespace Sekisho.Access.Leaving;

/// <summary>Who has left by a day, kept from the sealed <c>org.person.recorded</c>. The state that begins last holds: 再度任用 after 退職 is no leaving.</summary>
internal static class PersonStates
{
    private const string Fact = "org.person.recorded", Retired = "retired";

    public static async Task NoteAsync(UnitOfWork work, IEnumerable<SealedRecord> batch, CancellationToken ct)
    {
        foreach (var record in batch.Where(r => string.Equals(r.Name, Fact, StringComparison.Ordinal)))
        {
            await using var command = new NpgsqlCommand("""
                insert into access.person_state (person_id, valid_from, state) values ($1, $2, $3)
                on conflict (person_id, valid_from) do update set state = excluded.state
                """, work.Connection, work.Transaction)
            { Parameters = { new() { Value = record.Text("person_id")! }, new() { Value = record.Date("valid_from")!.Value }, new() { Value = record.Text("state")! } } };
            await command.ExecuteNonQueryAsync(ct);
        }
    }

    /// <summary>Persons who have left by the day, with the first day they no longer work here; of one person when one is named.</summary>
    public static Task<IReadOnlyDictionary<string, DateOnly>> LeftAsync(UnitOfWork work, DateOnly day, string? person, CancellationToken ct) => ReadAsync(work, day, person, left: true, ct);

    /// <summary>Persons who work here on the day, also those on leave, with the first day of their present state.</summary>
    public static Task<IReadOnlyDictionary<string, DateOnly>> HereSinceAsync(UnitOfWork work, DateOnly day, CancellationToken ct) => ReadAsync(work, day, null, left: false, ct);

    private static async Task<IReadOnlyDictionary<string, DateOnly>> ReadAsync(UnitOfWork work, DateOnly day, string? person, bool left, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("""
            select person_id, valid_from from (
              select distinct on (person_id) person_id, valid_from, state from access.person_state
              where valid_from <= $1 and ($2 is null or person_id = $2) order by person_id, valid_from desc) s
            where (s.state = $3) = $4
            """, work.Connection, work.Transaction)
        {
            Parameters = { new() { Value = day }, new() { Value = (object?)person ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text }, new() { Value = Retired }, new() { Value = left } },
        };
        await using var reader = await command.ExecuteReaderAsync(ct);
        var found = new Dictionary<string, DateOnly>(StringComparer.Ordinal);
        while (await reader.ReadAsync(ct)) found[reader.GetString(0)] = reader.GetFieldValue<DateOnly>(1);
        return found;
    }
}
