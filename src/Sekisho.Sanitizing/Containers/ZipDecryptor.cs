using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Sekisho.Sanitizing.Containers;

/// <summary>Opens one encrypted member of a ZIP with a password: the traditional cipher (APPNOTE 6.1) and WinZip AES (AE-1, AE-2). Whether the password was right shows in the checksum or the authentication code.</summary>
internal static class ZipDecryptor
{
    private const int CodeLength = 10, Iterations = 1_000;
    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(n => Enumerable.Range(0, 8).Aggregate((uint)n, (c, _) => (c & 1) != 0 ? c >> 1 ^ 0xEDB88320 : c >> 1))];

    /// <summary>The packed bytes; null when the password is wrong or the member is too short.</summary>
    internal static byte[]? Open(ReadOnlySpan<byte> data, ZipEntry entry, byte[] password) =>
        entry.Aes is { } aes ? Aes(data, aes.Strength, password) : Traditional(data, password);

    /// <summary>The password as the bytes a program may have taken it for: UTF-8, then the Japanese code page.</summary>
    internal static IEnumerable<byte[]> Forms(string password)
    {
        yield return Encoding.UTF8.GetBytes(password);
        if (!Ascii.IsValid(password) && CodePagesEncodingProvider.Instance.GetEncoding(932) is { } japanese) yield return japanese.GetBytes(password);
    }

    private static byte[]? Traditional(ReadOnlySpan<byte> data, byte[] password)
    {
        if (data.Length < 12) return null;
        uint a = 0x12345678, b = 0x23456789, c = 0x34567890;
        foreach (var x in password) Update(x);
        var plain = new byte[data.Length - 12];
        for (var i = 0; i < data.Length; i++)
        {
            var t = (c | 2) & 0xFFFF;
            var x = (byte)(data[i] ^ (byte)(t * (t ^ 1) >> 8 & 0xFF));
            Update(x);
            if (i >= 12) plain[i - 12] = x;
        }
        return plain;

        void Update(byte x)
        {
            unchecked
            {
                a = Table[(a ^ x) & 0xFF] ^ a >> 8;
                b = (b + (a & 0xFF)) * 134775813 + 1;
                c = Table[(c ^ b >> 24) & 0xFF] ^ c >> 8;
            }
        }
    }

    [SuppressMessage("Security", "CA5379", Justification = "The format fixes SHA-1; nothing of ours is protected by it.")]
    [SuppressMessage("Security", "CA5387", Justification = "The format fixes the number of rounds.")]
    [SuppressMessage("Security", "CA5350", Justification = "The format fixes the authentication code.")]
    [SuppressMessage("Security", "CA5358", Justification = "Counter mode is built from single blocks.")]
    private static byte[]? Aes(ReadOnlySpan<byte> data, int strength, byte[] password)
    {
        int keyLength = 8 + strength * 8, saltLength = keyLength / 2;
        if (data.Length < saltLength + 2 + CodeLength) return null;
        var keys = Rfc2898DeriveBytes.Pbkdf2(password, data[..saltLength], Iterations, HashAlgorithmName.SHA1, keyLength * 2 + 2);
        if (!data.Slice(saltLength, 2).SequenceEqual(keys.AsSpan(keyLength * 2))) return null;
        var body = data[(saltLength + 2)..^CodeLength];
        if (!HMACSHA1.HashData(keys.AsSpan(keyLength, keyLength), body).AsSpan(0, CodeLength).SequenceEqual(data[^CodeLength..])) return null;
        using var aes = System.Security.Cryptography.Aes.Create();
        aes.Key = keys[..keyLength];
        var plain = body.ToArray();
        Span<byte> counter = stackalloc byte[16], stream = stackalloc byte[16];
        counter.Clear();
        for (var at = 0; at < plain.Length; at += 16)
        {
            BinaryPrimitives.WriteInt64LittleEndian(counter, at / 16 + 1L);
            aes.EncryptEcb(counter, stream, PaddingMode.None);
            for (var i = 0; i < 16 && at + i < plain.Length; i++) plain[at + i] ^= stream[i];
        }
        return plain;
    }
}
