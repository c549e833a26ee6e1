using System.Formats.Tar;
using System.Security.Cryptography;
using System.Text.Json;

namespace Sekisho.Platform.Backup;

/// <summary>Opens a backup file into a folder, trusting nothing: names are checked, every digest is compared, a missing manifest means the file was cut.</summary>
internal static class BackupReader
{
    private const long MostManifestBytes = 1L << 30;

    /// <summary>Unpacks into <paramref name="folder"/> (database.dump, objects/, checkpoints/).</summary>
    /// <exception cref="BackupException">Not a backup, cut, or changed.</exception>
    public static async Task<BackupManifest> UnpackAsync(string path, string folder, IProgress<long>? progress, CancellationToken ct)
    {
        var found = new Dictionary<string, BackupEntry>(StringComparer.Ordinal);
        BackupManifest? manifest = null;
        try
        {
            await using var file = File.OpenRead(path);
            await using var tar = new TarReader(file);
            while (await tar.GetNextEntryAsync(copyData: false, ct) is { } entry)
            {
                if (manifest is not null) throw new BackupException("控えの目録の後に何かが続いています。");
                if (entry.EntryType != TarEntryType.RegularFile) throw new BackupException($"控えの中の '{entry.Name}' は普通のファイルではありません。");
                if (entry.Name == BackupLayout.Manifest) manifest = await ManifestAsync(entry, ct);
                else if (!found.TryAdd(entry.Name, await ExtractAsync(entry, folder, ct))) throw new BackupException($"控えの中に '{entry.Name}' が二つあります。");
                progress?.Report(file.Position);
            }
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or FormatException or JsonException)
        {
            throw new BackupException($"{path} は完全な控えではありません(別のファイルか、途中で切れています)。", e);
        }
        if (manifest is null) throw new BackupException($"{path} は途中で切れています(目録がありません)。");
        Compare(manifest, found);
        return manifest;
    }

    private static async Task<BackupManifest> ManifestAsync(TarEntry entry, CancellationToken ct)
    {
        if (entry.Length > MostManifestBytes || entry.DataStream is null) throw new BackupException("控えの目録の大きさがあり得ない値です。");
        var manifest = await JsonSerializer.DeserializeAsync<BackupManifest>(entry.DataStream, cancellationToken: ct);
        return manifest is { Format: BackupLayout.Format } ? manifest : throw new BackupException("控えの形式を、この版は知りません。");
    }

    private static async Task<BackupEntry> ExtractAsync(TarEntry entry, string folder, CancellationToken ct)
    {
        var path = Path.GetFullPath(Path.Combine(folder, entry.Name));
        var isOurs = entry.Name == BackupLayout.Database || entry.Name.StartsWith(BackupLayout.Objects, StringComparison.Ordinal) || entry.Name.StartsWith(BackupLayout.Checkpoints, StringComparison.Ordinal);
        if (!isOurs || !path.StartsWith(Path.GetFullPath(folder) + "/", StringComparison.Ordinal)) throw new BackupException($"'{entry.Name}' は控えにあるはずのないものです。");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var size = 0L;
        await using (var file = new FileStream(path, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite }))
        {
            var buffer = new byte[1 << 16];
            while (entry.DataStream is not null && await entry.DataStream.ReadAsync(buffer, ct) is var read and > 0)
            {
                hash.AppendData(buffer, 0, read);
                await file.WriteAsync(buffer.AsMemory(0, read), ct);
                size += read;
            }
        }
        return new(entry.Name, size, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    private static void Compare(BackupManifest manifest, Dictionary<string, BackupEntry> found)
    {
        foreach (var entry in manifest.Entries)
            if (!found.Remove(entry.Name, out var actual) || actual != entry) throw new BackupException($"控えの中の '{entry.Name}' がないか、変えられています。");
        if (found.Count > 0) throw new BackupException($"控えの中の '{found.Keys.First()}' が目録にありません。");
    }
}
