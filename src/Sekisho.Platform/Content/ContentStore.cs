using System.Security.Cryptography;
using Npgsql;

namespace Sekisho.Platform.Content;

/// <summary>
/// Bytes kept once per holding group, encrypted, named by an HMAC, erasable by destroying keys (rule T11). Accepting is two steps (rule T9):
/// <see cref="StageAsync"/> puts the bytes safely on disk, <see cref="Hold"/> makes them known inside the command's transaction.
/// </summary>
public sealed class ContentStore
{
    private readonly ContentKeys keys;
    private readonly ObjectFiles files;
    private readonly TimeProvider time;

    internal ContentStore(ContentKeys keys, ObjectFiles files, TimeProvider time) => (this.keys, this.files, this.time) = (keys, files, time);

    /// <summary>Encrypts and writes the bytes; when it returns they survive a power cut. The same bytes in the same group and month are one object.</summary>
    /// <exception cref="Keys.KeyUnavailableException">The key-encryption key cannot be had.</exception>
    /// <exception cref="IOException">The disk is full or the folder cannot be written.</exception>
    /// <exception cref="NpgsqlException">The database with the wrapped keys cannot be reached.</exception>
    public async Task<StagedObject> StageAsync(HoldingGroup group, ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        var (keyId, key) = await keys.CurrentAsync(group, ct);
        var name = await keys.NameAsync(bytes, ct);
        var id = keyId + "." + name;
        if (!files.Touch(id, time.GetUtcNow()))
        {
            await files.WriteAsync(id, time.GetUtcNow(), file => ChunkedBox.WriteAsync(file, key, name, bytes, ct), ct);
            PlatformMeter.ObjectBytes.Add(bytes.Length);
        }
        return new StagedObject(id, keyId, bytes.Length);
    }

    /// <summary>Keeps the object until the end of <paramref name="retainUntil"/>. The command writes the record that says why.</summary>
    /// <returns>The object's id.</returns>
    public string Hold(UnitOfWork work, StagedObject staged, DateOnly retainUntil)
    {
        var holdId = work.Ids.Next();
        work.Before.Add(async ct =>
        {
            await using var batch = new NpgsqlBatch(work.Connection, work.Transaction)
            {
                BatchCommands =
                {
                    new("insert into platform.object (id, key_id, size, stored_at) values ($1, $2, $3, $4) on conflict (id) do nothing")
                    {
                        Parameters = { new() { Value = staged.Id }, new() { Value = staged.KeyId }, new() { Value = staged.Size }, new() { Value = work.Now } },
                    },
                    new("delete from platform.erasure where object_id = $1") { Parameters = { new() { Value = staged.Id } } },
                    new("insert into platform.hold (id, object_id, retain_until, created_at) values ($1, $2, $3, $4)")
                    {
                        Parameters = { new() { Value = holdId }, new() { Value = staged.Id }, new() { Value = retainUntil }, new() { Value = work.Now } },
                    },
                },
            };
            await batch.ExecuteNonQueryAsync(ct);
        });
        return staged.Id;
    }

    /// <summary>True when the object's file is there; its bytes are not looked at.</summary>
    public bool Has(string objectId) => File.Exists(files.PathOf(objectId));

    /// <summary>The object's bytes, checked against its name.</summary>
    /// <exception cref="ContentUnavailableException">File gone, key destroyed, or bytes changed.</exception>
    /// <exception cref="Keys.KeyUnavailableException">The key-encryption key cannot be had.</exception>
    public async Task<byte[]> ReadAsync(string objectId, CancellationToken ct)
    {
        var (key, name) = ObjectFiles.Split(objectId);
        var dataKey = await keys.OpenAsync(Guid.Parse(key), ct) ?? throw new ContentUnavailableException($"Object {objectId}: its key was destroyed.");
        byte[] plain;
        try
        {
            plain = ChunkedBox.Read(await File.ReadAllBytesAsync(files.PathOf(objectId), ct), dataKey, name);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new ContentUnavailableException($"Object {objectId}: its file is gone.", e);
        }
        catch (CryptographicException e)
        {
            throw new ContentUnavailableException($"Object {objectId}: its bytes were changed.", e);
        }
        return string.Equals(await keys.NameAsync(plain, ct), name, StringComparison.Ordinal)
            ? plain : throw new ContentUnavailableException($"Object {objectId}: its content is not the one it is named after.");
    }
}
