using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Sekisho.Verifying.Locking;

/// <summary>Writes a ZIP whose members open with a password: AES-256 as WinZip has it (AE-2), a salt of its own for each member, so that no two outputs are equal.</summary>
internal static class LockedZip
{
    internal const int Salt = 16;
    private const int Key = 32, Code = 10, Iterations = 1_000, Extra = 11;

    internal static byte[] Write(IReadOnlyList<(string Name, byte[] Data)> files, string password, Func<byte[]> salt)
    {
        using var output = new MemoryStream();
        using var directory = new MemoryStream();
        foreach (var (name, data) in files)
        {
            var at = checked((uint)output.Position);
            var nameBytes = Encoding.UTF8.GetBytes(name);
            var body = Encrypted(Deflated(data), Encoding.UTF8.GetBytes(password), salt());
            var fields = Fields(nameBytes, Ascii.IsValid(name), body.Length, data.Length);
            byte[] extra = [0x01, 0x99, 7, 0, 2, 0, (byte)'A', (byte)'E', 3, 8, 0];
            output.Write([(byte)'P', (byte)'K', 3, 4, .. fields, .. nameBytes, .. extra, .. body]);
            var place = new byte[14];
            BinaryPrimitives.WriteUInt32LittleEndian(place.AsSpan(10), at);
            directory.Write([(byte)'P', (byte)'K', 1, 2, 51, 0, .. fields, .. place, .. nameBytes, .. extra]);
        }
        var end = new byte[18];
        BinaryPrimitives.WriteUInt16LittleEndian(end.AsSpan(4), checked((ushort)files.Count));
        BinaryPrimitives.WriteUInt16LittleEndian(end.AsSpan(6), (ushort)files.Count);
        BinaryPrimitives.WriteUInt32LittleEndian(end.AsSpan(8), (uint)directory.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(end.AsSpan(12), checked((uint)output.Position));
        directory.WriteTo(output);
        output.Write([(byte)'P', (byte)'K', 5, 6, .. end]);
        return output.ToArray();
    }

    /// <summary>From "version needed" to the length of the extra field: the same in both records. AE-2 leaves the checksum out, its authentication code stands for it.</summary>
    private static byte[] Fields(byte[] name, bool isAscii, int packed, int size)
    {
        var b = new byte[26];
        b[0] = 51;
        BinaryPrimitives.WriteUInt16LittleEndian(b.AsSpan(2), (ushort)(isAscii ? 1 : 0x801));
        BinaryPrimitives.WriteUInt16LittleEndian(b.AsSpan(4), 99);
        BinaryPrimitives.WriteUInt16LittleEndian(b.AsSpan(8), 0x21);
        BinaryPrimitives.WriteUInt32LittleEndian(b.AsSpan(14), (uint)packed);
        BinaryPrimitives.WriteUInt32LittleEndian(b.AsSpan(18), (uint)size);
        BinaryPrimitives.WriteUInt16LittleEndian(b.AsSpan(22), checked((ushort)name.Length));
        BinaryPrimitives.WriteUInt16LittleEndian(b.AsSpan(24), Extra);
        return b;
    }

    private static byte[] Deflated(byte[] data)
    {
        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.Optimal, leaveOpen: true)) deflate.Write(data);
        return packed.ToArray();
    }

    [SuppressMessage("Security", "CA5379", Justification = "The format fixes SHA-1 in the derivation of keys.")]
    [SuppressMessage("Security", "CA5387", Justification = "The format fixes the number of rounds.")]
    [SuppressMessage("Security", "CA5350", Justification = "The format fixes the authentication code.")]
    [SuppressMessage("Security", "CA5358", Justification = "Counter mode is built from single blocks.")]
    private static byte[] Encrypted(byte[] packed, byte[] password, byte[] salt)
    {
        var keys = Rfc2898DeriveBytes.Pbkdf2(password, salt, Iterations, HashAlgorithmName.SHA1, Key * 2 + 2);
        using var aes = Aes.Create();
        aes.Key = keys[..Key];
        // The counter is little-endian and begins at one.
        var counters = new byte[(packed.Length + 15) / 16 * 16];
        for (var at = 0; at < counters.Length; at += 16) BinaryPrimitives.WriteInt64LittleEndian(counters.AsSpan(at), at / 16 + 1L);
        var stream = aes.EncryptEcb(counters, PaddingMode.None);
        for (var i = 0; i < packed.Length; i++) packed[i] ^= stream[i];
        return [.. salt, .. keys.AsSpan(Key * 2), .. packed, .. HMACSHA1.HashData(keys.AsSpan(Key, Key), packed).AsSpan(0, Code)];
    }
}
