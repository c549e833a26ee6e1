using System.Formats.Tar;
using System.Security.Cryptography;
using System.Text.Json;
using Npgsql;
using Sekisho.Platform.Keys;

namespace Sekisho.Platform.Backup;

/// <summary>
/// Writes a backup while everything runs (rule T8): the database snapshot first, then the objects — they never change, and an erased one keeps its file
/// for longer than this takes — and the wrapped keys into a file apart.
/// </summary>
public sealed class BackupWriter(PlatformOptions options, SealerKey sealer, TimeProvider time)
{
    /// <param name="file">The new backup; must not exist.</param>
    /// <param name="keysFile">The new key file; null = beside the backup, named *.keys.</param>
    /// <param name="progress">Bytes of objects written so far.</param>
    /// <exception cref="BackupException">A file exists already, its folder does not, or pg_dump failed.</exception>
    /// <exception cref="IOException">The disk is full; nothing half-written is left.</exception>
    public async Task<BackupManifest> WriteAsync(string file, string? keysFile, IProgress<long>? progress, CancellationToken ct)
    {
        var keys = keysFile ?? BackupLayout.KeysOf(file);
        foreach (var path in new[] { file, keys })
            if (File.Exists(path)) throw new BackupException($"{path} がすでにあります。控えは上書きしません。");
        if (!Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(file)))) throw new BackupException($"フォルダー {Path.GetDirectoryName(Path.GetFullPath(file))} がありません。");
        var part = file + ".part";
        var dump = file + ".dump";
        var places = Directory.CreateTempSubdirectory("sekisho-backup-").FullName;
        try
        {
            // Checkpoints first: they must not speak of leaves that the snapshot does not have yet.
            var takenAt = time.GetUtcNow();
            var (origin, note) = await LastCheckpointAsync(ct);
            CopyCheckpoints(places);
            await DumpAsync(dump, ct);
            var entries = await TarAsync(part, dump, places, note, takenAt, origin, progress, ct);
            await using (var source = NpgsqlDataSource.Create(options.OwnerConnection))
            await using (var connection = await source.OpenConnectionAsync(ct))
                await KeyBackup.WriteAsync(connection, keys, ct);
            File.Move(part, file);
            return entries;
        }
        finally
        {
            File.Delete(part);
            File.Delete(dump);
            Directory.Delete(places, recursive: true);
        }
    }

    private void CopyCheckpoints(string to)
    {
        foreach (var source in Files(options.CheckpointFolder))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(options.CheckpointFolder, source));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(source, copy);
        }
    }

    private Task DumpAsync(string path, CancellationToken ct)
    {
        // Made by us first, so that the dump is never readable by others, not even while it grows.
        using (new FileStream(path, OwnerOnly(FileMode.CreateNew))) { }
        string[] without = [.. BackupLayout.KeyTables.Select(t => "--exclude-table-data=platform." + t)];
        return PostgresTools.RunAsync("pg_dump", options.OwnerConnection, ["--format=custom", "--compress=6", .. without, "--file=" + path], ct);
    }

    private async Task<BackupManifest> TarAsync(
        string path, string dump, string checkpoints, string? note, DateTimeOffset takenAt, string origin, IProgress<long>? progress, CancellationToken ct)
    {
        await using var file = new FileStream(path, OwnerOnly(FileMode.Create));
        await using var tar = new TarWriter(file, TarEntryFormat.Pax, leaveOpen: true);
        var entries = new List<BackupEntry>();
        (string Source, string Name)[] fixedParts = [(dump, BackupLayout.Database), .. Files(checkpoints).Select(f => (f, BackupLayout.Checkpoints + Path.GetRelativePath(checkpoints, f)))];
        foreach (var (source, name) in fixedParts.Concat(Files(options.ContentFolder).Select(f => (f, BackupLayout.Objects + Path.GetRelativePath(options.ContentFolder, f)))))
        {
            if (await AddAsync(tar, source, name, ct) is { } entry) entries.Add(entry);
            progress?.Report(file.Position);
        }
        var manifest = new BackupManifest(BackupLayout.Format, takenAt, origin, sealer.TrustedPem, note, entries);
        await tar.WriteEntryAsync(new PaxTarEntry(TarEntryType.RegularFile, BackupLayout.Manifest) { DataStream = new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(manifest)) }, ct);
        await tar.DisposeAsync();
        file.Flush(flushToDisk: true);
        return manifest;
    }

    private static IEnumerable<string> Files(string folder) => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(f => !f.EndsWith(".part", StringComparison.Ordinal) && !f.EndsWith(".new", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
        : [];

    /// <returns>Null for an orphan that was collected between listing and reading.</returns>
    private static async Task<BackupEntry?> AddAsync(TarWriter tar, string source, string name, CancellationToken ct)
    {
        if (!File.Exists(source)) return null;
        await using var file = new FileStream(source, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var digest = Convert.ToHexStringLower(await SHA256.HashDataAsync(file, ct));
        file.Position = 0;
        await tar.WriteEntryAsync(new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = file }, ct);
        return new(name, file.Length, digest);
    }

    private async Task<(string Origin, string? Note)> LastCheckpointAsync(CancellationToken ct)
    {
        await using var source = NpgsqlDataSource.Create(options.OwnerConnection);
        await using var command = source.CreateCommand("select t.origin, (select note from platform.checkpoint c where c.origin = t.origin order by size desc limit 1) from platform.tree t");
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct) ? (reader.GetString(0), reader.IsDBNull(1) ? null : reader.GetString(1)) : (options.Origin, null);
    }

    private static FileStreamOptions OwnerOnly(FileMode mode) => new() { Mode = mode, Access = FileAccess.Write, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite };
}
