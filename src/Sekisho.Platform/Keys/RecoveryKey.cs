using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace Sekisho.Platform.Keys;

/// <summary>
/// The way back when the key file is lost (rule T11): a random key printed once on paper, and the key-encryption key sealed under it in the database.
/// Paper alone or database alone opens nothing. A rotation of the key file needs a new paper.
/// </summary>
public static class RecoveryKey
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"; // Crockford: no I, L, O, U to misread
    private const int KeyBytes = 20, CheckBytes = 5;
    private static readonly byte[] Label = "recovery"u8.ToArray();

    /// <summary>A new recovery key as the text to print: ten groups of four characters.</summary>
    public static string New() => Print(RandomNumberGenerator.GetBytes(KeyBytes));

    /// <summary>Stores the box sealed under a new key; an earlier paper stops working. The text is made outside the command: what a command returns is stored.</summary>
    /// <exception cref="ArgumentException">Not a text of <see cref="New"/>.</exception>
    public static async Task StoreAsync(UnitOfWork work, KeyFile keys, string printed, CancellationToken ct)
    {
        var secret = Parse(printed) ?? throw new ArgumentException("Not a recovery key.", nameof(printed));
        await using var command = new NpgsqlCommand("""
            insert into platform.recovery (box, created_at) values ($1, $2) on conflict (only_row) do update set box = excluded.box, created_at = excluded.created_at
            """, work.Connection, work.Transaction) { Parameters = { new() { Value = Aead.Seal(Stretch(secret), keys.Current(), Label) }, new() { Value = work.Now } } };
        await command.ExecuteNonQueryAsync(ct);
        work.Audit("platform.key.escrowed", new Dictionary<string, object>(StringComparer.Ordinal));
    }

    /// <summary>Writes the key file again from the paper and the box in the database.</summary>
    /// <returns>False when the text is mistyped or belongs to another box.</returns>
    /// <exception cref="IOException">A key file exists at the path.</exception>
    public static async Task<bool> RestoreAsync(string printed, NpgsqlConnection connection, string keyFilePath, CancellationToken ct)
    {
        if (Parse(printed) is not { } secret) return false;
        await using var command = new NpgsqlCommand("select box from platform.recovery", connection);
        if (await command.ExecuteScalarAsync(ct) is not byte[] box) return false;
        byte[] key;
        try { key = Aead.Open(Stretch(secret), box, Label); }
        catch (CryptographicException) { return false; }
        KeyFile.Restore(keyFilePath, key);
        return true;
    }

    internal static string Print(byte[] secret)
    {
        byte[] all = [.. secret, .. SHA256.HashData(secret)[..CheckBytes]];
        var text = new StringBuilder();
        var (bits, count) = (0UL, 0);
        foreach (var b in all)
        {
            (bits, count) = (((bits & 0xFF) << 8) | b, count + 8);
            for (; count >= 5; count -= 5)
            {
                if (text.Length % 5 == 4) text.Append('-');
                text.Append(Alphabet[(int)((bits >> (count - 5)) & 31)]);
            }
        }
        return text.ToString();
    }

    internal static byte[]? Parse(string printed)
    {
        var bytes = new List<byte>();
        var (bits, count) = (0UL, 0);
        foreach (var c in printed.ToUpperInvariant().Replace('O', '0').Replace('I', '1').Replace('L', '1'))
        {
            if (c is '-' or ' ' or '\n' or '\r') continue;
            var value = Alphabet.IndexOf(c, StringComparison.Ordinal);
            if (value < 0) return null;
            (bits, count) = (((bits & 0xFF) << 5) | (uint)value, count + 5);
            if (count < 8) continue;
            bytes.Add((byte)((bits >> (count - 8)) & 0xFF));
            count -= 8;
        }
        if (bytes.Count != KeyBytes + CheckBytes || count != 0) return null;
        byte[] secret = [.. bytes[..KeyBytes]];
        return SHA256.HashData(secret).AsSpan(0, CheckBytes).SequenceEqual(bytes[KeyBytes..].ToArray()) ? secret : null;
    }

    // 160 random bits need no slow hash.
    private static byte[] Stretch(byte[] secret) => HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, 32, info: Label);
}
