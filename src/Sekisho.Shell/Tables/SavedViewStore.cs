using Npgsql;
using Sekisho.Kernel;
using Sekisho.Platform;

namespace Sekisho.Shell.Tables;

/// <summary>The saved views of people: one mechanism for every list whose conditions live in the address (<see cref="TableView"/>).</summary>
internal sealed class SavedViewStore(Database database, CommandRunner commands)
{
    public const int LongestName = 40, LongestAddress = 1000, Most = 20;

    public async Task<IReadOnlyList<SavedView>> OfAsync(string person, string path, CancellationToken ct)
    {
        await using var read = await database.ReadAsync(ct);
        await using var command = new NpgsqlCommand("select id, name, address from platform.saved_view where person_id = $1 and path = $2 order by name collate \"ja-x-icu\"", read.Connection)
        {
            Parameters = { new() { Value = person }, new() { Value = path } },
        };
        await using var reader = await command.ExecuteReaderAsync(ct);
        var found = new List<SavedView>();
        while (await reader.ReadAsync(ct)) found.Add(new SavedView(reader.GetGuid(0), reader.GetString(1), reader.GetString(2)));
        return found;
    }

    /// <summary>Keeps the address under the name; a name already there gets the new conditions.</summary>
    public Task<Result<bool>> SaveAsync(Guid commandId, Actor actor, string path, string name, string address, CancellationToken ct) =>
        commands.RunAsync<bool>(commandId, "shell.view.save", actor, async (work, inner) =>
        {
            if (actor.PersonId is not { } person) return new Refusal("shell.view.person", "職員として入っていません。", "職員の口座で入ってから残してください。");
            if (name.Length is 0 or > LongestName || name.Any(char.IsControl)) return new Refusal("shell.view.name", "絞込みの名前が入っていないか、長すぎます。", $"{LongestName}字までの名前を書いてください。") { Field = SavedViews.NameField };
            if (address.Length > LongestAddress) return new Refusal("shell.view.long", "条件が長すぎて残せません。", "検索の語を短くしてください。") { Field = SavedViews.NameField };
            await using var command = new NpgsqlCommand("""
                insert into platform.saved_view (id, person_id, path, name, address, created_at)
                select $1, $2, $3, $4, $5, $6 where exists (select from platform.saved_view where person_id = $2 and path = $3 and name = $4)
                    or (select count(*) from platform.saved_view where person_id = $2 and path = $3) < $7
                on conflict (person_id, path, name) do update set address = excluded.address
                """, work.Connection, work.Transaction)
            {
                Parameters = { new() { Value = work.Ids.Next() }, new() { Value = person }, new() { Value = path }, new() { Value = name }, new() { Value = address }, new() { Value = work.Now }, new() { Value = (long)Most } },
            };
            return await command.ExecuteNonQueryAsync(inner) == 1 ? true
                : new Refusal("shell.view.full", $"名前の付いた絞込みは、一つの一覧に{Most}件までです。", "使わないものを消してください。") { Field = SavedViews.NameField };
        }, ct);

    /// <summary>Another person's view is not found, so nothing happens to it.</summary>
    public Task<Result<bool>> DropAsync(Guid commandId, Actor actor, Guid id, CancellationToken ct) =>
        commands.RunAsync<bool>(commandId, "shell.view.drop", actor, async (work, inner) =>
        {
            await using var command = new NpgsqlCommand("delete from platform.saved_view where id = $1 and person_id = $2", work.Connection, work.Transaction)
            {
                Parameters = { new() { Value = id }, new() { Value = actor.PersonId ?? "" } },
            };
            return await command.ExecuteNonQueryAsync(inner) == 1;
        }, ct);
}
