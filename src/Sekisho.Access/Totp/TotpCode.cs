using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Sekisho.Access.Totp;

/// <summary>Six digits from a shared secret and the time (RFC 6238: HMAC-SHA-1, 30 seconds, the form every authenticator app reads).</summary>
internal static class TotpCode
{
    public const int SecretBytes = 20;
    public const int Digits = 6;
    private const int StepSeconds = 30;
    /// <summary>Steps accepted before and after now: clocks differ.</summary>
    private const long Tolerance = 1;
    /// <summary>Steps back within which a wrong number is told to be merely old.</summary>
    private const long RememberedSteps = 20;

    public static long Step(DateTimeOffset at) => at.ToUnixTimeSeconds() / StepSeconds;

    public static string At(ReadOnlySpan<byte> secret, long step)
    {
        Span<byte> counter = stackalloc byte[8], hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // RFC 6238 as the apps implement it; a MAC, not a signature
        HMACSHA1.HashData(secret, counter, hash);
#pragma warning restore CA5350
        var offset = hash[^1] & 0x0F;
        var number = (BinaryPrimitives.ReadInt32BigEndian(hash.Slice(offset, 4)) & 0x7FFF_FFFF) % 1_000_000;
        return number.ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>
    /// The step a number belongs to when it is good: within one step of now and after <paramref name="lastStep"/>, so that a number read over a shoulder
    /// is worth nothing. The caller stores the step in the same transaction.
    /// </summary>
    public static TotpMatch Match(ReadOnlySpan<byte> secret, string typed, DateTimeOffset now, long? lastStep)
    {
        var code = typed.Length == Digits ? typed : "";
        var today = Step(now);
        long? found = null;
        var old = false;
        for (var step = today - RememberedSteps; step <= today + Tolerance; step++)
        {
            if (!CryptographicOperations.FixedTimeEquals(System.Text.Encoding.ASCII.GetBytes(At(secret, step)), System.Text.Encoding.ASCII.GetBytes(code.PadRight(Digits)))) continue;
            if (step >= today - Tolerance && (lastStep is null || step > lastStep)) found = step;
            else old = true;
        }
        return new TotpMatch(found, found is null && old);
    }
}
