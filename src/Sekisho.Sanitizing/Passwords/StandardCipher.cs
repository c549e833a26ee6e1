using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Sekisho.Sanitizing.Passwords;

/// <summary>Standard encryption of Office 2007 ([MS-OFFCRYPTO] 2.3.4.5–9): SHA-1 fifty thousand times, AES block by block.</summary>
internal static class StandardCipher
{
    private const int Spins = 50_000;

    /// <summary>Null when the password is wrong or the parameters are not those of the format.</summary>
    [SuppressMessage("Security", "CA5350", Justification = "The format fixes SHA-1; nothing of ours is protected by it.")]
    [SuppressMessage("Security", "CA5358", Justification = "The format fixes the mode.")]
    internal static byte[]? Open(byte[] info, byte[] package, string password)
    {
        var headerSize = BinaryPrimitives.ReadInt32LittleEndian(info.AsSpan(8));
        if (headerSize is < 32 or > 1_024 || info.Length < 12 + headerSize + 72) return null;
        var keyBytes = BinaryPrimitives.ReadInt32LittleEndian(info.AsSpan(20)) switch { 0x660E => 16, 0x660F => 24, 0x6610 => 32, _ => 0 };
        var verifier = info.AsSpan(12 + headerSize);
        if (keyBytes == 0 || BinaryPrimitives.ReadInt32LittleEndian(verifier) != 16) return null;
        using var aes = Aes.Create();
        aes.Key = Key(verifier.Slice(4, 16), password, keyBytes);
        var expected = aes.DecryptEcb(verifier.Slice(40, 32), PaddingMode.None).AsSpan(0, 20);
        if (!SHA1.HashData(aes.DecryptEcb(verifier.Slice(20, 16), PaddingMode.None)).AsSpan().SequenceEqual(expected)) return null;
        var body = package.AsSpan(8);
        return aes.DecryptEcb(body[..(body.Length / 16 * 16)], PaddingMode.None);
    }

    [SuppressMessage("Security", "CA5350", Justification = "The format fixes SHA-1; nothing of ours is protected by it.")]
    private static byte[] Key(ReadOnlySpan<byte> salt, string password, int length)
    {
        var hash = SHA1.HashData((byte[])[.. salt, .. Encoding.Unicode.GetBytes(password)]);
        var round = new byte[24];
        for (var i = 0; i < Spins; i++)
        {
            BinaryPrimitives.WriteInt32LittleEndian(round, i);
            hash.CopyTo(round, 4);
            SHA1.HashData(round, hash);
        }
        hash = SHA1.HashData((byte[])[.. hash, 0, 0, 0, 0]);
        return [.. Derived(hash, 0x36).Concat(Derived(hash, 0x5C)).Take(length)];
    }

    [SuppressMessage("Security", "CA5350", Justification = "The format fixes SHA-1; nothing of ours is protected by it.")]
    private static byte[] Derived(byte[] hash, byte fill)
    {
        var block = new byte[64];
        block.AsSpan().Fill(fill);
        for (var i = 0; i < hash.Length; i++) block[i] ^= hash[i];
        return SHA1.HashData(block);
    }
}
