using System.Security.Cryptography;
using System.Text;

namespace Sekisho.Platform.Ledger;

/// <summary>
/// Signed notes of C2SP with ECDSA P-256 (type 0x02: key id = first four bytes of SHA-256 of the public key's SPKI, DER signature over SHA-256 of the text).
/// A note is text, an empty line, and lines "— name base64(key id ‖ signature)".
/// </summary>
internal static class SignedNote
{
    private const string Dash = "— ";

    public static string Sign(string body, string keyName, ECDsa key)
    {
        var signature = key.SignData(Encoding.UTF8.GetBytes(body), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return body + "\n" + Dash + keyName + " " + Convert.ToBase64String([.. KeyId(key), .. signature]) + "\n";
    }

    /// <summary>The note's body when one of its signature lines is by this key; null otherwise.</summary>
    public static string? Verify(string note, ECDsa key)
    {
        var end = note.LastIndexOf("\n\n" + Dash, StringComparison.Ordinal);
        if (end < 0) return null;
        var body = note[..(end + 1)];
        foreach (var line in note[(end + 2)..].Split('\n', StringSplitOptions.RemoveEmptyEntries))
            if (IsBy(line, body, key)) return body;
        return null;
    }

    private static bool IsBy(string line, string body, ECDsa key)
    {
        var space = line.LastIndexOf(' ');
        if (!line.StartsWith(Dash, StringComparison.Ordinal) || space < Dash.Length) return false;
        var blob = new byte[256];
        if (!Convert.TryFromBase64String(line[(space + 1)..], blob, out var length) || length < 5) return false;
        return blob.AsSpan(0, 4).SequenceEqual(KeyId(key)) && key.VerifyData(
            Encoding.UTF8.GetBytes(body), blob.AsSpan(4, length - 4), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
    }

    private static byte[] KeyId(ECDsa key) => SHA256.HashData(key.ExportSubjectPublicKeyInfo())[..4];
}
