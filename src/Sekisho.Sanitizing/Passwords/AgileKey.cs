using System.Globalization;
using System.Security.Cryptography;
using Sekisho.Sanitizing.Xml;

namespace Sekisho.Sanitizing.Passwords;

/// <summary>Parameters of one key of agile encryption.</summary>
/// <param name="KeyBytes">16, 24 or 32.</param>
/// <param name="HashBytes">Length of the digest.</param>
internal sealed record AgileKey(byte[] Salt, int KeyBytes, int HashBytes, HashAlgorithmName Hash)
{
    internal const int Block = 16;

    internal static AgileKey? Read(XElem e)
    {
        HashAlgorithmName? hash = e.Get("hashAlgorithm") switch
        {
            "SHA1" or "SHA-1" => HashAlgorithmName.SHA1, "SHA256" or "SHA-256" => HashAlgorithmName.SHA256,
            "SHA384" or "SHA-384" => HashAlgorithmName.SHA384, "SHA512" or "SHA-512" => HashAlgorithmName.SHA512, _ => null,
        };
        if (hash is not { } name || e.Get("cipherAlgorithm") is not "AES" || e.Get("cipherChaining") is not "ChainingModeCBC" || e.Get("blockSize") is not "16") return null;
        if (!int.TryParse(e.Get("keyBits"), NumberStyles.None, CultureInfo.InvariantCulture, out var bits) || bits is not (128 or 192 or 256)) return null;
        return AgileInfo.Bytes(e, "saltValue") is { } salt ? new(salt, bits / 8, CryptographicOperations.HashData(name, []).Length, name) : null;
    }

    internal byte[] Digest(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second = default) => CryptographicOperations.HashData(Hash, (byte[])[.. first, .. second]);

    /// <summary>Cut or filled with 0x36 to <paramref name="length"/> ([MS-OFFCRYPTO] 2.3.4.11, 2.3.4.12).</summary>
    internal static byte[] Fit(byte[] bytes, int length)
    {
        var fitted = new byte[length];
        fitted.AsSpan().Fill(0x36);
        bytes.AsSpan(0, Math.Min(length, bytes.Length)).CopyTo(fitted);
        return fitted;
    }
}
