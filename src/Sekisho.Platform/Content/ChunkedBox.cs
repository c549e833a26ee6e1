using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Sekisho.Platform.Content;

/// <summary>
/// The file format of an object (rule T11): "SKO1" ‖ 32-byte salt ‖ chunks of 1 MiB, each AES-256-GCM ciphertext ‖ 16-byte tag. The key of a file is
/// HKDF-SHA-256(data key, salt), so the counter nonce never repeats under one key; name, chunk index and last-flag are associated data, so chunks cannot be
/// swapped, cut off or moved to another file.
/// </summary>
internal static class ChunkedBox
{
    public const int ChunkBytes = 1 << 20;
    private const int SaltBytes = 32, TagBytes = 16, HeadBytes = 4 + SaltBytes;
    private static ReadOnlySpan<byte> Magic => "SKO1"u8;

    public static async Task WriteAsync(Stream file, byte[] dataKey, string name, ReadOnlyMemory<byte> plain, CancellationToken ct)
    {
        var head = new byte[HeadBytes];
        Magic.CopyTo(head);
        RandomNumberGenerator.Fill(head.AsSpan(4));
        await file.WriteAsync(head, ct);
        using var aes = new AesGcm(FileKey(dataKey, head.AsSpan(4)), TagBytes);
        var box = new byte[ChunkBytes + TagBytes];
        for (long index = 0, at = 0; at < plain.Length || index == 0; index++, at += ChunkBytes)
        {
            var length = (int)Math.Min(ChunkBytes, plain.Length - at);
            var isLast = at + length == plain.Length;
            aes.Encrypt(Nonce(index), plain.Span.Slice((int)at, length), box.AsSpan(0, length), box.AsSpan(length, TagBytes), Label(name, index, isLast));
            await file.WriteAsync(box.AsMemory(0, length + TagBytes), ct);
        }
    }

    /// <exception cref="CryptographicException">Changed, cut or foreign bytes.</exception>
    public static byte[] Read(ReadOnlySpan<byte> file, byte[] dataKey, string name)
    {
        if (file.Length < HeadBytes + TagBytes || !file[..4].SequenceEqual(Magic)) throw new CryptographicException("Not an object file.");
        var body = file[HeadBytes..];
        var chunks = (body.Length + ChunkBytes + TagBytes - 1) / (ChunkBytes + TagBytes);
        var plain = new byte[body.Length - (chunks * TagBytes)];
        using var aes = new AesGcm(FileKey(dataKey, file.Slice(4, SaltBytes)), TagBytes);
        for (var index = 0; index < chunks; index++)
        {
            var box = body.Slice(index * (ChunkBytes + TagBytes), Math.Min(ChunkBytes + TagBytes, body.Length - (index * (ChunkBytes + TagBytes))));
            if (box.Length < TagBytes) throw new CryptographicException("An object file was cut.");
            aes.Decrypt(Nonce(index), box[..^TagBytes], box[^TagBytes..], plain.AsSpan(index * ChunkBytes, box.Length - TagBytes), Label(name, index, index == chunks - 1));
        }
        return plain;
    }

    private static byte[] FileKey(byte[] dataKey, ReadOnlySpan<byte> salt) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, dataKey, 32, salt.ToArray(), "sekisho object 1"u8.ToArray());

    private static byte[] Nonce(long index)
    {
        var nonce = new byte[12];
        BinaryPrimitives.WriteInt64BigEndian(nonce.AsSpan(4), index);
        return nonce;
    }

    private static byte[] Label(string name, long index, bool isLast)
    {
        var text = System.Text.Encoding.ASCII.GetBytes(name);
        var label = new byte[text.Length + 9];
        text.CopyTo(label, 0);
        BinaryPrimitives.WriteInt64BigEndian(label.AsSpan(text.Length), index);
        label[^1] = isLast ? (byte)1 : (byte)0;
        return label;
    }
}
