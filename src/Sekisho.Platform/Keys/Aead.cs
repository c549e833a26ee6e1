using System.Security.Cryptography;

namespace Sekisho.Platform.Keys;

/// <summary>AES-256-GCM for small values: random 96-bit nonce ‖ ciphertext ‖ 128-bit tag, a label as associated data.</summary>
internal static class Aead
{
    private const int NonceBytes = 12, TagBytes = 16;

    public static byte[] Seal(ReadOnlySpan<byte> key, ReadOnlySpan<byte> plain, ReadOnlySpan<byte> label)
    {
        var box = new byte[NonceBytes + plain.Length + TagBytes];
        RandomNumberGenerator.Fill(box.AsSpan(0, NonceBytes));
        using var aes = new AesGcm(key, TagBytes);
        aes.Encrypt(box.AsSpan(0, NonceBytes), plain, box.AsSpan(NonceBytes, plain.Length), box.AsSpan(NonceBytes + plain.Length), label);
        return box;
    }

    /// <exception cref="CryptographicException">Wrong key, label or changed bytes.</exception>
    public static byte[] Open(ReadOnlySpan<byte> key, ReadOnlySpan<byte> box, ReadOnlySpan<byte> label)
    {
        if (box.Length < NonceBytes + TagBytes) throw new CryptographicException("A sealed value is too short.");
        var plain = new byte[box.Length - NonceBytes - TagBytes];
        using var aes = new AesGcm(key, TagBytes);
        aes.Decrypt(box[..NonceBytes], box[NonceBytes..^TagBytes], box[^TagBytes..], plain, label);
        return plain;
    }
}
