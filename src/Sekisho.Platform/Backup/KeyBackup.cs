using System.Text;
using Npgsql;

namespace Sekisho.Platform.Backup;

/// <summary>The wrapped keys as a file of their own: one section a table, rows as PostgreSQL's text COPY writes them. Useless without the key-encryption key.</summary>
internal static class KeyBackup
{
    private const string Head = "sekisho keys 1";

    public static async Task WriteAsync(NpgsqlConnection connection, string path, CancellationToken ct)
    {
        await using var file = new StreamWriter(path, new FileStreamOptions
        {
            Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        });
        await file.WriteAsync(Head + "\n");
        foreach (var table in BackupLayout.KeyTables)
        {
            await file.WriteAsync($"[{table}]\n");
            using var rows = await connection.BeginTextExportAsync($"copy platform.{table} to stdout", ct);
            while (await rows.ReadLineAsync(ct) is { } line) await file.WriteAsync(line + "\n");
        }
        await file.WriteAsync("[end]\n");
    }

    /// <summary>Puts the rows back. A text key whose erasure is recorded stays destroyed: an older key file must not undo it.</summary>
    /// <exception cref="BackupException">Not a key file, or cut.</exception>
    public static async Task ReadAsync(NpgsqlConnection connection, string path, CancellationToken ct)
    {
        var lines = await File.ReadAllLinesAsync(path, ct);
        if (lines.Length < 2 || lines[0] != Head || lines[^1] != "[end]") throw new BackupException($"{path} は控えの鍵の完全なファイルではありません。");
        var table = "";
        var rows = new StringBuilder();
        foreach (var line in lines.Skip(1))
        {
            if (line.StartsWith('[') && line.EndsWith(']'))
            {
                if (rows.Length > 0) await CopyAsync(connection, table, rows.ToString(), ct);
                rows.Clear();
                table = line[1..^1];
                if (table != "end" && !BackupLayout.KeyTables.Contains(table)) throw new BackupException($"{path} に、あるはずのない表 {table} があります。");
            }
            else rows.Append(line).Append('\n');
        }
        await using var erase = new NpgsqlCommand("""
            delete from platform.side_key k using platform.record e where e.name = 'platform.side.erased' and e.body -> 'payload' ->> 'record' = k.record_id::text
            """, connection);
        await erase.ExecuteNonQueryAsync(ct);
    }

    private static async Task CopyAsync(NpgsqlConnection connection, string table, string rows, CancellationToken ct)
    {
        await using var import = await connection.BeginTextImportAsync($"copy platform.{table} from stdin", ct);
        await import.WriteAsync(rows.AsMemory(), ct);
    }
}
