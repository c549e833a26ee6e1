using System.Globalization;
using Sekisho.Sanitizing.Xml;

namespace Sekisho.Sanitizing.Passwords;

/// <summary>The XML of agile encryption ([MS-OFFCRYPTO] 2.3.4.10): how the content and how the key are encrypted.</summary>
internal sealed record AgileInfo(AgileKey Data, AgileKey Password, int Spins, byte[] VerifierInput, byte[] VerifierValue, byte[] KeyValue, byte[]? HmacKey, byte[]? HmacValue)
{
    /// <summary>A spin takes about a microsecond; the format allows ten million.</summary>
    private const int MaxSpins = 2_000_000;

    /// <summary>Null for what is not AES in CBC with a password and one of the SHA digests.</summary>
    internal static AgileInfo? Read(ReadOnlySpan<byte> xml)
    {
        var root = StrictXml.Parse(xml.ToArray(), new SanitiseLimits(), "EncryptionInfo");
        var encryptor = root.SelfAndBelow().FirstOrDefault(e => e.Name is "encryptedKey" && e.Ns.EndsWith("/password", StringComparison.Ordinal));
        if (root.First("keyData") is not { } data || encryptor is null || AgileKey.Read(data) is not { } content || AgileKey.Read(encryptor) is not { } password) return null;
        if (!int.TryParse(encryptor.Get("spinCount"), NumberStyles.None, CultureInfo.InvariantCulture, out var spins) || spins > MaxSpins) return null;
        var integrity = root.First("dataIntegrity");
        return Bytes(encryptor, "encryptedVerifierHashInput") is { } input && Bytes(encryptor, "encryptedVerifierHashValue") is { } value && Bytes(encryptor, "encryptedKeyValue") is { } key
            ? new(content, password, spins, input, value, key, integrity is null ? null : Bytes(integrity, "encryptedHmacKey"), integrity is null ? null : Bytes(integrity, "encryptedHmacValue")) : null;
    }

    internal static byte[]? Bytes(XElem e, string name)
    {
        var text = e.Get(name) ?? "";
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) && length is > 0 and <= 1_024 && length % 16 == 0 ? bytes[..length] : null;
    }
}
