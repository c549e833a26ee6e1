using Npgsql;
using Sekisho.Kernel;
using Sekisho.Platform.Content;
using Sekisho.Platform.Keys;
using Sekisho.Platform.Ledger;
using Sekisho.Platform.Setup;

namespace Sekisho.Platform.Backup;

/// <summary>
/// Puts a backup back, into a database that is still empty, or proves in a scratch database that it could be. A restored ledger begins a new origin that
/// cites the last checkpoint of the old one (rule T6).
/// </summary>
public sealed class BackupRestorer(TimeProvider time, IdSource ids)
{
    /// <summary>Restores for good. Database (with its roles), content folder and checkpoint folder of <paramref name="options"/> must be empty; after a failure they are again.</summary>
    /// <param name="keysFile">The key file of the backup; without it stored objects and erasable texts stay closed.</param>
    /// <param name="paper">The printed recovery key, when the key-encryption key is not in its place: it is written there again. Else null.</param>
    /// <exception cref="BackupException">Something is in the way; the message says what.</exception>
    public async Task<RestoreReport> RestoreAsync(PlatformOptions options, string file, string? keysFile, string? paper, IProgress<long>? progress, CancellationToken ct)
    {
        foreach (var folder in new[] { options.ContentFolder, options.CheckpointFolder })
            if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
                throw new BackupException($"{folder} は空ではありません。控えは上書きしません。");
        var report = await IntoAsync(options, file, keysFile, paper, progress, ct);
        await using var source = NpgsqlDataSource.Create(options.OwnerConnection);
        await using var connection = await source.OpenConnectionAsync(ct);
        var begun = await LedgerOrigin.BeginAsync(connection, ids, ct);
        if (begun is { } next) await RecordAsync(options, next, ct);
        using (var sealer = new SealerKey(options)) sealer.TrustEarlier(report.Manifest.PublicKeyPem);
        return report with { Continues = begun?.Continues };
    }

    /// <summary>Proves a backup on this machine without touching the installation: restores it into a scratch database and folder, verifies, removes both.</summary>
    /// <param name="options">Connections and keys; the owner's login must be allowed to create databases. Its database is not touched.</param>
    /// <param name="keysFile">As for <see cref="RestoreAsync"/>.</param>
    /// <param name="paper">As for <see cref="RestoreAsync"/>; proves the paper too.</param>
    public async Task<RestoreReport> CheckAsync(PlatformOptions options, string file, string? keysFile, string? paper, IProgress<long>? progress, CancellationToken ct)
    {
        var name = "sekisho_check_" + ids.Next().ToString("N")[..12];
        var folder = Directory.CreateTempSubdirectory("sekisho-check-").FullName;
        try
        {
            await AdminAsync(options, $"create database {name} owner {SqlRoles.Owner} template template0 encoding 'UTF8' lc_collate 'C' lc_ctype 'C'", ct);
            var scratch = options with
            {
                AppConnection = With(options.AppConnection, name), SealerConnection = With(options.SealerConnection, name), OwnerConnection = With(options.OwnerConnection, name),
                ContentFolder = Path.Combine(folder, "content"), CheckpointFolder = Path.Combine(folder, "checkpoints"),
                KeyFile = paper is null ? options.KeyFile : Path.Combine(folder, "kek"),
            };
            return await IntoAsync(scratch, file, keysFile, paper, progress, ct);
        }
        finally
        {
            NpgsqlConnection.ClearAllPools();
            await AdminAsync(options, $"drop database if exists {name} with (force)", CancellationToken.None);
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task<RestoreReport> IntoAsync(PlatformOptions options, string file, string? keysFile, string? paper, IProgress<long>? progress, CancellationToken ct)
    {
        await RequireEmptyAsync(options, ct);
        if (paper is not null && File.Exists(options.KeyFile)) throw new BackupException($"鍵 {options.KeyFile} がすでにあります。回復鍵は、鍵を失ったときだけ使います。");
        Directory.CreateDirectory(options.ContentFolder);
        var unpacked = Path.Combine(options.ContentFolder, ".restore");
        try
        {
            var manifest = await BackupReader.UnpackAsync(file, unpacked, progress, ct);
            await PostgresTools.RunAsync("pg_restore", options.OwnerConnection, ["--single-transaction", "--dbname=" + new NpgsqlConnectionStringBuilder(options.OwnerConnection).Database, Path.Combine(unpacked, BackupLayout.Database)], ct);
            if (keysFile is not null) await ImportKeysAsync(options, keysFile, ct);
            if (paper is not null) await KeyFromPaperAsync(options, paper, ct);
            Move(Path.Combine(unpacked, BackupLayout.Objects), options.ContentFolder);
            Move(Path.Combine(unpacked, BackupLayout.Checkpoints), options.CheckpointFolder);
            return await ExamineAsync(options, manifest, keysFile is not null, ct);
        }
        catch
        {
            await ClearAsync(options);
            if (paper is not null) File.Delete(options.KeyFile);
            throw;
        }
        finally
        {
            if (Directory.Exists(unpacked)) Directory.Delete(unpacked, recursive: true);
        }
    }

    // What was empty before is empty again, so that the next try does not find half a restore.
    private static async Task ClearAsync(PlatformOptions options)
    {
        NpgsqlConnection.ClearAllPools();
        await using var source = NpgsqlDataSource.Create(options.OwnerConnection);
        await using var command = source.CreateCommand($"drop owned by {SqlRoles.Owner} cascade");
        await command.ExecuteNonQueryAsync(CancellationToken.None);
        foreach (var folder in new[] { options.ContentFolder, options.CheckpointFolder })
            foreach (var inside in Directory.Exists(folder) ? Directory.GetFileSystemEntries(folder) : [])
                if (Directory.Exists(inside)) Directory.Delete(inside, recursive: true);
                else File.Delete(inside);
    }

    private async Task<RestoreReport> ExamineAsync(PlatformOptions options, BackupManifest manifest, bool hasKeys, CancellationToken ct)
    {
        await using var database = new Database(options);
        var keys = hasKeys ? new KeyFile(options) : null;
        var ledger = await new LedgerVerifier(database, options).VerifyAsync(manifest.PublicKeyPem, manifest.Checkpoint is null ? [] : [manifest.Checkpoint], keys, texts: hasKeys, ct: ct);
        var problems = new List<string>();
        if (!hasKeys) problems.Add("控えの鍵のファイル(FILE.keys)がないため、保管物と消去できる本文を開けません。");
        var store = hasKeys ? new ContentStore(new ContentKeys(database, keys!, time, ids), new ObjectFiles(options), time) : null;
        var (objects, opened) = (0L, 0L);
        await foreach (var id in ObjectsAsync(database, ct))
        {
            objects++;
            if (store is null) continue;
            if (await OpenAsync(store, id, ct) is { } problem) problems.Add(problem);
            else opened++;
        }
        return new(manifest, ledger, objects, opened, problems, null);
    }

    private static async Task<string?> OpenAsync(ContentStore store, string id, CancellationToken ct)
    {
        try
        {
            await store.ReadAsync(id, ct);
            return null;
        }
        catch (Exception e) when (e is ContentUnavailableException or KeyUnavailableException)
        {
            return $"保管物 {id} を開けません({e.Message})。";
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return $"保管物 {id} は、ここにある鍵では開きません(別の鍵か、変えられています)。";
        }
    }

    private static async Task KeyFromPaperAsync(PlatformOptions options, string paper, CancellationToken ct)
    {
        await using var source = NpgsqlDataSource.Create(options.OwnerConnection);
        await using var connection = await source.OpenConnectionAsync(ct);
        if (!await RecoveryKey.RestoreAsync(paper, connection, options.KeyFile, ct)) throw new BackupException("回復鍵が違います。書き写しの誤りか、別の関所(または鍵を換える前)の紙です。");
    }

    private static async IAsyncEnumerable<string> ObjectsAsync(Database database, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        await using var command = database.Source.CreateCommand("select id from platform.object order by id");
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct)) yield return reader.GetString(0);
    }

    private static async Task RequireEmptyAsync(PlatformOptions options, CancellationToken ct)
    {
        await using var source = NpgsqlDataSource.Create(options.OwnerConnection);
        await using var command = source.CreateCommand("select to_regnamespace('platform') is null");
        if (await command.ExecuteScalarAsync(ct) is not true) throw new BackupException("データベースは空ではありません。控えは上書きしません。");
    }

    private static async Task ImportKeysAsync(PlatformOptions options, string keysFile, CancellationToken ct)
    {
        await using var source = NpgsqlDataSource.Create(options.OwnerConnection);
        await using var connection = await source.OpenConnectionAsync(ct);
        await KeyBackup.ReadAsync(connection, keysFile, ct);
    }

    private async Task RecordAsync(PlatformOptions options, (string Origin, string Continues) next, CancellationToken ct)
    {
        await using var database = new Database(options);
        var commands = new CommandRunner(database, time, ids, [PlatformSchema.Module], new KeyFile(options));
        await commands.RunAsync<int>(ids.Next(), "platform.restore", Actor.Service("restore"), (work, _) =>
        {
            work.Audit("platform.ledger.restored", new Dictionary<string, object>(StringComparer.Ordinal) { ["origin"] = next.Origin, ["continues"] = next.Continues });
            return Task.FromResult<Result<int>>(1);
        }, ct);
    }

    private static void Move(string from, string to)
    {
        if (!Directory.Exists(from)) return;
        Directory.CreateDirectory(to);
        foreach (var item in Directory.EnumerateDirectories(from)) Directory.Move(item, Path.Combine(to, Path.GetFileName(item)));
        foreach (var item in Directory.EnumerateFiles(from)) File.Move(item, Path.Combine(to, Path.GetFileName(item)));
    }

    private static string With(string connection, string database) => new NpgsqlConnectionStringBuilder(connection) { Database = database }.ConnectionString;

    private static async Task AdminAsync(PlatformOptions options, string sql, CancellationToken ct)
    {
        await using var source = NpgsqlDataSource.Create(With(options.OwnerConnection, "postgres"));
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(ct);
    }
}
