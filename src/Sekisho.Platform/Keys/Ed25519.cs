using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Sekisho.Platform.Keys;

/// <summary>
/// Ed25519 (RFC 8032) by the system's libcrypto, the library the framework itself stands on: the framework has no such class, and checkpoints signed this way
/// are read by the common transparency log tools (rule T6).
/// </summary>
internal sealed class Ed25519 : IDisposable
{
    internal const int KeyBytes = 32, SignatureBytes = 64;
    private const string Library = "libcrypto.so.3";
    private const int Algorithm = 1087; // NID_ED25519 of openssl/obj_mac.h
    // RFC 8410: everything of PKCS #8 and SubjectPublicKeyInfo that stands before the 32 bytes.
    private static readonly byte[] PrivatePrefix = Convert.FromHexString("302e020100300506032b657004220420"), PublicPrefix = Convert.FromHexString("302a300506032b6570032100");

    private IntPtr key;

    private Ed25519(IntPtr key, byte[] publicKey) => (this.key, PublicKey) = (key, publicKey);

    /// <summary>The 32 bytes of the public key.</summary>
    internal byte[] PublicKey { get; }
    internal string PublicPem => PemEncoding.WriteString("PUBLIC KEY", [.. PublicPrefix, .. PublicKey]);

    /// <summary>A new private key as PKCS #8 in PEM.</summary>
    internal static string CreatePem() => PemEncoding.WriteString("PRIVATE KEY", [.. PrivatePrefix, .. RandomNumberGenerator.GetBytes(KeyBytes)]);

    /// <summary>Reads PKCS #8 (private) or SubjectPublicKeyInfo (public) bytes; null when they are of another kind of key.</summary>
    internal static Ed25519? Read(ReadOnlySpan<byte> der)
    {
        if (der.Length == PrivatePrefix.Length + KeyBytes && der.StartsWith(PrivatePrefix)) return FromPrivate(der[PrivatePrefix.Length..].ToArray());
        return der.Length == PublicPrefix.Length + KeyBytes && der.StartsWith(PublicPrefix) ? FromPublic(der[PublicPrefix.Length..].ToArray()) : null;
    }

    /// <exception cref="CryptographicException">The key is a public one only, or the library refuses.</exception>
    internal byte[] Sign(byte[] message)
    {
        var context = NewContext();
        try
        {
            var (signature, length) = (new byte[SignatureBytes], (nuint)SignatureBytes);
            Require(EVP_DigestSignInit(context, IntPtr.Zero, IntPtr.Zero, IntPtr.Zero, key) == 1);
            Require(EVP_DigestSign(context, signature, ref length, message, (nuint)message.Length) == 1 && length == SignatureBytes);
            return signature;
        }
        finally
        {
            EVP_MD_CTX_free(context);
        }
    }

    internal bool Verify(byte[] message, byte[] signature)
    {
        var context = NewContext();
        try
        {
            Require(EVP_DigestVerifyInit(context, IntPtr.Zero, IntPtr.Zero, IntPtr.Zero, key) == 1);
            return signature.Length == SignatureBytes && EVP_DigestVerify(context, signature, (nuint)signature.Length, message, (nuint)message.Length) == 1;
        }
        finally
        {
            EVP_MD_CTX_free(context);
        }
    }

    public void Dispose()
    {
        EVP_PKEY_free(key);
        key = IntPtr.Zero;
    }

    private static Ed25519 FromPrivate(byte[] seed)
    {
        var key = Required(EVP_PKEY_new_raw_private_key(Algorithm, IntPtr.Zero, seed, (nuint)seed.Length));
        var (bytes, length) = (new byte[KeyBytes], (nuint)KeyBytes);
        Require(EVP_PKEY_get_raw_public_key(key, bytes, ref length) == 1);
        return new(key, bytes);
    }

    private static Ed25519 FromPublic(byte[] bytes) => new(Required(EVP_PKEY_new_raw_public_key(Algorithm, IntPtr.Zero, bytes, (nuint)bytes.Length)), bytes);

    private static IntPtr NewContext() => Required(EVP_MD_CTX_new());

    private static IntPtr Required(IntPtr handle) => handle != IntPtr.Zero ? handle : throw new CryptographicException("libcrypto refused an Ed25519 key.");

    private static void Require(bool success)
    {
        if (!success) throw new CryptographicException("libcrypto refused an Ed25519 operation.");
    }

    [DllImport(Library)]
    private static extern IntPtr EVP_PKEY_new_raw_private_key(int type, IntPtr engine, byte[] bytes, nuint length);

    [DllImport(Library)]
    private static extern IntPtr EVP_PKEY_new_raw_public_key(int type, IntPtr engine, byte[] bytes, nuint length);

    [DllImport(Library)]
    private static extern int EVP_PKEY_get_raw_public_key(IntPtr key, byte[] bytes, ref nuint length);

    [DllImport(Library)]
    private static extern void EVP_PKEY_free(IntPtr key);

    [DllImport(Library)]
    private static extern IntPtr EVP_MD_CTX_new();

    [DllImport(Library)]
    private static extern void EVP_MD_CTX_free(IntPtr context);

    [DllImport(Library)]
    private static extern int EVP_DigestSignInit(IntPtr context, IntPtr keyContext, IntPtr digest, IntPtr engine, IntPtr key);

    [DllImport(Library)]
    private static extern int EVP_DigestSign(IntPtr context, byte[] signature, ref nuint signatureLength, byte[] message, nuint messageLength);

    [DllImport(Library)]
    private static extern int EVP_DigestVerifyInit(IntPtr context, IntPtr keyContext, IntPtr digest, IntPtr engine, IntPtr key);

    [DllImport(Library)]
    private static extern int EVP_DigestVerify(IntPtr context, byte[] signature, nuint signatureLength, byte[] message, nuint messageLength);
}
