using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Npgsql;
using Sekisho.Kernel;
using Sekisho.Platform.Keys;

namespace Sekisho.Platform.Content;

/// <summary>Data keys per holding group and month, and the store's name key: random, wrapped by the key-encryption key, kept in tables of their own (rule T11).</summary>
internal sealed class ContentKeys(Database database, KeyFile keyFile, TimeProvider time, IdSource ids)
{
    private readonly ConcurrentDictionary<Guid, byte[]> open = new();
    private byte[]? nameKey;

    /// <summary>The key new objects of the group get now.</summary>
    public async Task<(Guid Id, byte[] Key)> CurrentAsync(HoldingGroup group, CancellationToken ct)
    {
        var day = JapanTime.Day(time.GetUtcNow());
        var month = new DateOnly(day.Year, day.Month, 1);
        var id = await FindAsync(group, month, ct);
        if (id is null)
        {
            await CreateAsync(group, month, ct);
            id = await FindAsync(group, month, ct) ?? throw new InvalidOperationException("A data key vanished while it was made.");
        }
        return (id.Value, await OpenAsync(id.Value, ct) ?? throw new InvalidOperationException("A data key was destroyed while it was in use."));
    }

    /// <summary>The key with this id; null when it was destroyed.</summary>
    public async Task<byte[]?> OpenAsync(Guid id, CancellationToken ct)
    {
        // The table is asked every time: a key destroyed by another process must not live on here.
        await using var command = database.Source.CreateCommand("select wrapped from platform.data_key where id = $1");
        command.Parameters.Add(new() { Value = id });
        if (await command.ExecuteScalarAsync(ct) is not byte[] wrapped)
        {
            if (open.TryRemove(id, out var gone)) CryptographicOperations.ZeroMemory(gone);
            return null;
        }
        return open.GetOrAdd(id, _ => Unwrap(wrapped, Label(id)));
    }

    /// <summary>The object's name: HMAC-SHA-256 of the content's digest, so that a name tells nobody what is stored.</summary>
    public async Task<string> NameAsync(ReadOnlyMemory<byte> content, CancellationToken ct)
    {
        nameKey ??= await NameKeyAsync(ct);
        return Convert.ToHexStringLower(HMACSHA256.HashData(nameKey, SHA256.HashData(content.Span)));
    }

    internal static byte[] Label(Guid id) => Encoding.ASCII.GetBytes("data:" + id);

    internal static byte[] StoreLabel => "store"u8.ToArray();

    private async Task<Guid?> FindAsync(HoldingGroup group, DateOnly month, CancellationToken ct)
    {
        await using var command = database.Source.CreateCommand("select id from platform.data_key where organ_code = $1 and retention_class = $2 and month = $3");
        foreach (var value in new object[] { group.OrganCode, group.RetentionClass, month }) command.Parameters.Add(new() { Value = value });
        return await command.ExecuteScalarAsync(ct) as Guid?;
    }

    private async Task CreateAsync(HoldingGroup group, DateOnly month, CancellationToken ct)
    {
        var id = ids.Next();
        var key = RandomNumberGenerator.GetBytes(32);
        await using var command = database.Source.CreateCommand("""
            insert into platform.data_key (id, organ_code, retention_class, month, wrapped, created_at) values ($1, $2, $3, $4, $5, $6)
            on conflict (organ_code, retention_class, month) do nothing
            """);
        foreach (var value in new object[] { id, group.OrganCode, group.RetentionClass, month, keyFile.Wrap(key, Label(id)), time.GetUtcNow() })
            command.Parameters.Add(new() { Value = value });
        await command.ExecuteNonQueryAsync(ct);
    }

    private async Task<byte[]> NameKeyAsync(CancellationToken ct)
    {
        await using (var insert = database.Source.CreateCommand("insert into platform.store_key (wrapped) values ($1) on conflict do nothing"))
        {
            insert.Parameters.Add(new() { Value = keyFile.Wrap(RandomNumberGenerator.GetBytes(32), StoreLabel) });
            await insert.ExecuteNonQueryAsync(ct);
        }
        await using var command = database.Source.CreateCommand("select wrapped from platform.store_key");
        return Unwrap((byte[])(await command.ExecuteScalarAsync(ct))!, StoreLabel);
    }

    /// <summary>A key file that is not the one it was wrapped with is as good as none.</summary>
    private byte[] Unwrap(byte[] wrapped, byte[] label)
    {
        try
        {
            return keyFile.Unwrap(wrapped, label);
        }
        catch (CryptographicException e)
        {
            throw new KeyUnavailableException("The key file holds another key than the one this store was made with.", e);
        }
    }
}
