using Npgsql;
using Sekisho.Kernel;

namespace Sekisho.Platform.Setup;

/// <summary>Whom people call when a page cannot help them: an office and its number, one line for the installation. Every page, refusal and sign-in shows it.</summary>
/// <param name="Line">Up to <see cref="Longest"/> characters; empty takes the line away.</param>
/// <param name="ReadVersion">Version of the line the person saw; 0 before the first.</param>
public sealed record SetContactLine(string Line, int ReadVersion)
{
    public const int Longest = 60;

    /// <summary>The line and its version; empty and 0 before anybody has set one.</summary>
    public static async Task<(string Line, int RowVersion)> ReadAsync(Database database, CancellationToken ct)
    {
        await using var read = await database.ReadAsync(ct);
        await using var command = new NpgsqlCommand("select line, row_version from platform.contact", read.Connection);
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct) ? (reader.GetString(0), reader.GetInt32(1)) : ("", 0);
    }

    /// <returns>The line as it is kept. Refused when it is too long, spans lines, or somebody else changed it first.</returns>
    public Task<Result<string>> RunAsync(CommandRunner commands, Guid commandId, Actor actor, CancellationToken ct) =>
        commands.RunAsync<string>(commandId, "platform.contact.change", actor, async (work, inner) =>
        {
            var line = Line.Trim();
            if (line.Length > Longest || line.Any(char.IsControl))
                return new Refusal("platform.contact.line", "問い合わせ先が長すぎるか、改行が入っています。", $"課の名と内線番号を、{Longest}字までの一行で書いてください。") { Field = "contact" };
            await using var command = new NpgsqlCommand("""
                insert into platform.contact (line) select $1 where $2 = 0
                on conflict (single) do nothing
                """, work.Connection, work.Transaction) { Parameters = { new() { Value = line }, new() { Value = ReadVersion } } };
            var written = await command.ExecuteNonQueryAsync(inner);
            if (ReadVersion > 0)
            {
                await using var change = new NpgsqlCommand("update platform.contact set line = $1, row_version = row_version + 1 where row_version = $2", work.Connection, work.Transaction)
                {
                    Parameters = { new() { Value = line }, new() { Value = ReadVersion } },
                };
                written = await change.ExecuteNonQueryAsync(inner);
            }
            if (written == 0) return new Refusal("platform.contact.changed", "ほかの人が先に問い合わせ先を変えました。", "画面を読み込み直して、今の内容を確かめてください。") { IsConflict = true };
            work.Audit("platform.contact.changed", new Dictionary<string, object>(StringComparer.Ordinal) { ["line"] = line });
            return line;
        }, ct);
}
