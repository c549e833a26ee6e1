using System.Security.Cryptography;
using System.Text;

namespace Sekisho.Sanitizing.Pdf.Reading.Crypt;

/// <summary>The file key of the standard handler, revisions 2 to 6 (ISO 32000-1 §7.6.3, ISO 32000-2 §7.6.4), tried with a password as user and as owner. MD5 and SHA-1-era ciphers because old files have them.</summary>
internal static class FileKey
{
    private static readonly byte[] Pad =
    [
        0x28, 0xBF, 0x4E, 0x5E, 0x4E, 0x75, 0x8A, 0x41, 0x64, 0x00, 0x4E, 0x56, 0xFF, 0xFA, 0x01, 0x08,
        0x2E, 0x2E, 0x00, 0xB6, 0xD0, 0x68, 0x3E, 0x80, 0x2F, 0x0C, 0xA9, 0xFE, 0x64, 0x53, 0x69, 0x7A,
    ];

    /// <summary>The key, or null when the password opens nothing.</summary>
    internal static byte[]? Find(PdfDict encrypt, byte[] id, string password)
    {
        var revision = encrypt["R"] is PdfNum r ? r.Int : 0;
        byte[] user = Bytes(encrypt["U"]), owner = Bytes(encrypt["O"]);
        if (revision is 5 or 6) return Modern(encrypt, user, owner, Encoding.UTF8.GetBytes(password.Normalize(NormalizationForm.FormKC)), revision);
        if (revision is < 2 or > 4 || user.Length < 32 || owner.Length < 32) return null;
        var length = revision == 2 ? 5 : Math.Clamp((encrypt["Length"] is PdfNum bits ? bits.Int : 40) / 8, 5, 16);
        if (encrypt["V"] is PdfNum { Value: 4 }) length = 16;
        foreach (var candidate in Spellings(password))
        {
            if (Old(encrypt, id, candidate, owner, user, revision, length) is { } key) return key;
            if (Old(encrypt, id, UserOf(candidate, owner, revision, length), owner, user, revision, length) is { } byOwner) return byOwner;
        }
        return null;
    }

    /// <summary>Writers disagree how a password outside ASCII becomes bytes.</summary>
    private static IEnumerable<byte[]> Spellings(string password)
    {
        yield return Encoding.Latin1.GetBytes(password);
        if (password.Any(c => c > 127)) yield return Encoding.UTF8.GetBytes(password);
    }

    private static byte[] Bytes(PdfObj value) => (value as PdfText)?.Bytes ?? [];

    private static byte Low(uint value) => (byte)(value & 255);

    private static byte[] Padded(byte[] password) => [.. password.Take(32), .. Pad.Take(32 - Math.Min(32, password.Length))];

    /// <summary>Algorithm 2 and the check of algorithms 4 and 5.</summary>
    private static byte[]? Old(PdfDict encrypt, byte[] id, byte[] password, byte[] owner, byte[] user, int revision, int length)
    {
        var permissions = encrypt["P"] is PdfNum p ? unchecked((uint)(long)p.Value) : 0;
        byte[] open = revision >= 4 && encrypt["EncryptMetadata"] is PdfBool { Value: false } ? [0xFF, 0xFF, 0xFF, 0xFF] : [];
        var hash = OldDigest.Of([.. Padded(password), .. owner.Take(32), Low(permissions), Low(permissions >> 8), Low(permissions >> 16), Low(permissions >> 24), .. id, .. open]);
        if (revision >= 3) for (var i = 0; i < 50; i++) hash = OldDigest.Of(hash.AsSpan(0, length));
        var key = hash[..length];
        if (revision == 2) return Rc4.Apply(key, Pad).AsSpan().SequenceEqual(user.AsSpan(0, 32)) ? key : null;
        var check = OldDigest.Of([.. Pad, .. id]);
        for (var i = 0; i < 20; i++) check = Rc4.Apply([.. key.Select(k => (byte)(k ^ i))], check);
        return check.AsSpan().SequenceEqual(user.AsSpan(0, 16)) ? key : null;
    }

    /// <summary>Algorithm 7: the user's password out of the owner's.</summary>
    private static byte[] UserOf(byte[] password, byte[] owner, int revision, int length)
    {
        var hash = OldDigest.Of(Padded(password));
        if (revision >= 3) for (var i = 0; i < 50; i++) hash = OldDigest.Of(hash);
        var key = hash[..length];
        var user = owner[..32];
        for (var i = revision == 2 ? 0 : 19; i >= 0; i--) user = Rc4.Apply([.. key.Select(k => (byte)(k ^ i))], user);
        return user;
    }

    /// <summary>Algorithm 2.A: hash, validation salt, key salt.</summary>
    private static byte[]? Modern(PdfDict encrypt, byte[] user, byte[] owner, byte[] password, int revision)
    {
        byte[] forUser = Bytes(encrypt["UE"]), forOwner = Bytes(encrypt["OE"]);
        if (user.Length < 48 || owner.Length < 48 || forUser.Length < 32 || forOwner.Length < 32) return null;
        if (password.Length > 127) password = password[..127];
        if (Hash(password, user[32..40], [], revision).AsSpan().SequenceEqual(user.AsSpan(0, 32))) return Unwrap(Hash(password, user[40..48], [], revision), forUser);
        return Hash(password, owner[32..40], user[..48], revision).AsSpan().SequenceEqual(owner.AsSpan(0, 32)) ? Unwrap(Hash(password, owner[40..48], user[..48], revision), forOwner) : null;
    }

    private static byte[] Unwrap(byte[] key, byte[] wrapped)
    {
        using var aes = Aes.Create();
        aes.Key = key;
        return aes.DecryptCbc(wrapped.AsSpan(0, 32), new byte[16], PaddingMode.None);
    }

    /// <summary>Algorithm 2.B.</summary>
    private static byte[] Hash(byte[] password, byte[] salt, byte[] user, int revision)
    {
        var k = SHA256.HashData([.. password, .. salt, .. user]);
        if (revision == 5) return k;
        for (var round = 0; ; round++)
        {
            byte[] one = [.. password, .. k, .. user];
            var many = new byte[one.Length * 64];
            for (var i = 0; i < 64; i++) one.CopyTo(many, i * one.Length);
            using var aes = Aes.Create();
            aes.Key = k[..16];
            var e = aes.EncryptCbc(many, k.AsSpan(16, 16), PaddingMode.None);
            k = (e.Take(16).Sum(x => x) % 3) switch { 0 => SHA256.HashData(e), 1 => SHA384.HashData(e), _ => SHA512.HashData(e) };
            if (round >= 63 && e[^1] <= round - 31) return k[..32];
        }
    }
}
