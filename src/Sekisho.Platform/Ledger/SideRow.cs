using System.Security.Cryptography;
using System.Text;
using Sekisho.Kernel;
using Sekisho.Platform.Keys;

namespace Sekisho.Platform.Ledger;

/// <summary>
/// Erasable text of one record (rule T5): encrypted under its own key, the key wrapped by the key-encryption key. The salt of the digest travels
/// inside the ciphertext: left in the open it would let anyone guess a name from the leaf after erasure.
/// </summary>
internal sealed record SideRow(Guid RecordId, byte[] Ciphertext, byte[] WrappedKey, Digest SaltedDigest, IReadOnlyList<string> Fields)
{
    private const int SaltBytes = 32;

    public static SideRow Seal(Guid recordId, IReadOnlyDictionary<string, string> text, KeyFile keys)
    {
        var plain = CanonicalJson.Write(text.ToDictionary(p => p.Key, p => (object)p.Value, StringComparer.Ordinal));
        var salted = new byte[SaltBytes + plain.Length];
        RandomNumberGenerator.Fill(salted.AsSpan(0, SaltBytes));
        plain.CopyTo(salted, SaltBytes);
        var key = RandomNumberGenerator.GetBytes(32);
        var label = Label(recordId);
        var row = new SideRow(recordId, Aead.Seal(key, salted, label), keys.Wrap(key, label), Digest.Of(salted), [.. text.Keys.Order(StringComparer.Ordinal)]);
        CryptographicOperations.ZeroMemory(key);
        return row;
    }

    /// <summary>The canonical text and its salted digest.</summary>
    /// <exception cref="CryptographicException">Ciphertext, wrapped key or key-encryption key do not belong together.</exception>
    public static (string Json, Digest Digest) Open(Guid recordId, byte[] ciphertext, byte[] wrappedKey, KeyFile keys)
    {
        var label = Label(recordId);
        var salted = Aead.Open(keys.Unwrap(wrappedKey, label), ciphertext, label);
        return (Encoding.UTF8.GetString(salted.AsSpan(SaltBytes)), Digest.Of(salted));
    }

    private static byte[] Label(Guid recordId) => Encoding.ASCII.GetBytes("side:" + recordId);
}
