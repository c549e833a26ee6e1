using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Sekisho.Sanitizing.Compound;

namespace Sekisho.Sanitizing.Passwords;

/// <summary>Agile encryption ([MS-OFFCRYPTO] 2.3.4.11–15): key from the password, content in segments of 4,096 bytes, a keyed digest over the whole.</summary>
internal static class AgileCipher
{
    private const int Segment = 4_096;
    private static readonly byte[] ForInput = [0xFE, 0xA7, 0xD2, 0x76, 0x3B, 0x4B, 0x9E, 0x79], ForValue = [0xD7, 0xAA, 0x0F, 0x6D, 0x30, 0x61, 0x34, 0x4E], ForKey = [0x14, 0x6E, 0x0B, 0xE7, 0xAB, 0xAC, 0xD0, 0xD6];
    private static readonly byte[] ForHmacKey = [0x5F, 0xB2, 0xAD, 0x01, 0x0C, 0xB9, 0xE1, 0xF6], ForHmacValue = [0xA0, 0x67, 0x7F, 0x02, 0xB2, 0x2C, 0x84, 0x33];

    /// <summary>The content, as long as its segments; null when the password is wrong.</summary>
    /// <exception cref="FileStop">LM-14: the password is right and the content is not what was encrypted.</exception>
    internal static byte[]? Open(AgileInfo info, byte[] package, string password)
    {
        var own = info.Password;
        var start = Spun(own, password, info.Spins);
        var input = Field(info.VerifierInput, own, start, ForInput);
        if (!own.Digest(input.AsSpan(0, Math.Min(own.Salt.Length, input.Length))).AsSpan().SequenceEqual(Field(info.VerifierValue, own, start, ForValue).AsSpan(0, own.HashBytes))) return null;
        var key = Field(info.KeyValue, own, start, ForKey).AsSpan(0, info.Data.KeyBytes).ToArray();
        if (!IsWhole(info, key, package)) throw SectorTable.Broken("package");
        return Content(info.Data, key, package.AsSpan(8));
    }

    private static byte[] Spun(AgileKey key, string password, int spins)
    {
        var hash = key.Digest(key.Salt, Encoding.Unicode.GetBytes(password));
        var round = new byte[4 + key.HashBytes];
        for (var i = 0; i < spins; i++)
        {
            BinaryPrimitives.WriteInt32LittleEndian(round, i);
            hash.CopyTo(round, 4);
            CryptographicOperations.HashData(key.Hash, round, hash);
        }
        return hash;
    }

    private static byte[] Field(byte[] encrypted, AgileKey key, byte[] start, byte[] purpose) =>
        Decrypt(AgileKey.Fit(key.Digest(start, purpose), key.KeyBytes), AgileKey.Fit(key.Salt, AgileKey.Block), encrypted);

    private static bool IsWhole(AgileInfo info, byte[] key, byte[] package)
    {
        if (info.HmacKey is null || info.HmacValue is null) return true;
        byte[] Iv(byte[] purpose) => AgileKey.Fit(info.Data.Digest(info.Data.Salt, purpose), AgileKey.Block);
        var secret = Decrypt(key, Iv(ForHmacKey), info.HmacKey).AsSpan(0, info.Data.HashBytes).ToArray();
        var value = Decrypt(key, Iv(ForHmacValue), info.HmacValue).AsSpan(0, info.Data.HashBytes);
        return CryptographicOperations.FixedTimeEquals(CryptographicOperations.HmacData(info.Data.Hash, secret, package), value);
    }

    private static byte[] Content(AgileKey data, byte[] key, ReadOnlySpan<byte> encrypted)
    {
        var output = new byte[encrypted.Length / AgileKey.Block * AgileKey.Block];
        Span<byte> number = stackalloc byte[4];
        for (var at = 0; at < output.Length; at += Segment)
        {
            BinaryPrimitives.WriteInt32LittleEndian(number, at / Segment);
            Decrypt(key, AgileKey.Fit(data.Digest(data.Salt, number), AgileKey.Block), encrypted.Slice(at, Math.Min(Segment, output.Length - at))).CopyTo(output, at);
        }
        return output;
    }

    private static byte[] Decrypt(byte[] key, byte[] iv, ReadOnlySpan<byte> data)
    {
        using var aes = Aes.Create();
        aes.Key = key;
        return aes.DecryptCbc(data, iv, PaddingMode.None);
    }
}
