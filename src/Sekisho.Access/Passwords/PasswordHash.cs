using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Sekisho.Access.Passwords;

/// <summary>PBKDF2-HMAC-SHA-512, 210,000 rounds (OWASP's figure; the framework's default is lower), 16 bytes of salt, 32 of key.</summary>
internal static class PasswordHash
{
    public const int Rounds = 210_000;
    private const string Scheme = "pbkdf2-sha512";
    private const int SaltBytes = 16, KeyBytes = 32;
    private const int MostRounds = 10_000_000; // a damaged row must not stop the server

    /// <summary>A hash nobody's password has, so that an unknown login costs the same time.</summary>
    public static string OfNobody { get; } = Of(Convert.ToHexString(RandomNumberGenerator.GetBytes(32)));

    public static string Of(string password) => Of(password, Rounds);

    /// <summary>With a number of rounds of the caller's; the product always uses <see cref="Rounds"/>.</summary>
    internal static string Of(string password, int rounds)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltBytes);
        return string.Create(CultureInfo.InvariantCulture, $"{Scheme}${rounds}${Convert.ToBase64String(salt)}${Convert.ToBase64String(Derive(password, salt, rounds))}");
    }

    /// <summary>Whether the password belongs to the hash; a malformed hash belongs to none.</summary>
    public static bool Matches(string password, string hash)
    {
        var parts = hash.Split('$');
        if (parts.Length != 4 || !string.Equals(parts[0], Scheme, StringComparison.Ordinal)) return false;
        if (!int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var rounds) || rounds is < 1 or > MostRounds) return false;
        Span<byte> salt = stackalloc byte[SaltBytes], key = stackalloc byte[KeyBytes];
        if (!Convert.TryFromBase64String(parts[2], salt, out var saltLength) || saltLength != SaltBytes) return false;
        if (!Convert.TryFromBase64String(parts[3], key, out var keyLength) || keyLength != KeyBytes) return false;
        return CryptographicOperations.FixedTimeEquals(Derive(password, salt, rounds), key);
    }

    // The same password typed on another keyboard may arrive decomposed: compose it first.
    private static byte[] Derive(string password, ReadOnlySpan<byte> salt, int rounds) => Rfc2898DeriveBytes.Pbkdf2(
        Encoding.UTF8.GetBytes(password.Normalize(NormalizationForm.FormC)), salt, rounds, HashAlgorithmName.SHA512, KeyBytes);
}
