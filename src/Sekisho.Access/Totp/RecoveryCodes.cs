using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Sekisho.Access.Totp;

/// <summary>
/// Ten codes for the day the telephone is lost, each good once. They follow from the secret, so the page that shows the QR code can show them
/// before anything is stored; only their digests are kept.
/// </summary>
internal static class RecoveryCodes
{
    public const int Count = 10;
    private const int CodeBytes = 10; // 80 bits: a plain digest is enough against guessing

    public static IReadOnlyList<string> Of(byte[] secret)
    {
        var stream = HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, Count * CodeBytes, info: "sekisho recovery codes"u8.ToArray());
        return Enumerable.Range(0, Count).Select(i => Grouped(Base32.Encode(stream.AsSpan(i * CodeBytes, CodeBytes)))).ToList();
    }

    /// <summary>Digest of a code as typed: case, blanks and hyphens do not matter.</summary>
    public static byte[] Hash(string accountId, string typed) =>
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{accountId}/{Plain(typed)}")));

    /// <summary>Whether something typed could be a code rather than six digits.</summary>
    public static bool LooksLikeOne(string typed) => Plain(typed).Length == 16;

    private static string Plain(string typed) => new(Shell.Forms.PostedForm.HalfWidth(typed).ToUpperInvariant().Where(c => c is not (' ' or '-')).ToArray());

    private static string Grouped(string code) => string.Join('-', code.Chunk(4).Select(c => new string(c)));
}
