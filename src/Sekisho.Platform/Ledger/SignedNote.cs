using System.Security.Cryptography;
using System.Text;
using Sekisho.Platform.Keys;

namespace Sekisho.Platform.Ledger;

/// <summary>
/// Signed notes of C2SP: ECDSA P-256 (type 0x02: key id = first four bytes of SHA-256 of the public key's SPKI, DER signature over SHA-256 of the text) and
/// Ed25519 (type 0x01: key id over name, LF, 0x01 and the key). A note is text, an empty line, and lines "— name base64(key id ‖ signature)".
/// </summary>
internal static class SignedNote
{
    private const string Dash = "— ";
    private const int KeyIdBytes = 4;

    /// <summary>The note with one line by each of the keys.</summary>
    public static string Sign(string body, string keyName, NoteKeys keys)
    {
        var text = Encoding.UTF8.GetBytes(body);
        var lines = keys.Ecdsa.Select(k => (KeyId(k), k.SignData(text, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence)))
            .Concat(keys.Ed25519.Select(k => (KeyId(keyName, k), k.Sign(text))));
        return body + "\n" + string.Concat(lines.Select(l => Dash + keyName + " " + Convert.ToBase64String([.. l.Item1, .. l.Item2]) + "\n"));
    }

    /// <summary>The note's body when one of its signature lines is by one of these keys; null otherwise.</summary>
    public static string? Verify(string note, NoteKeys keys)
    {
        var end = note.LastIndexOf("\n\n" + Dash, StringComparison.Ordinal);
        if (end < 0) return null;
        var body = note[..(end + 1)];
        foreach (var line in note[(end + 2)..].Split('\n', StringSplitOptions.RemoveEmptyEntries))
            if (IsBy(line, Encoding.UTF8.GetBytes(body), keys)) return body;
        return null;
    }

    /// <summary>The public key in the form common tools take: <c>name+hash+base64</c> (C2SP vkey); Ed25519 only.</summary>
    public static string VerifierKey(string keyName, Ed25519 key) =>
        keyName + "+" + Convert.ToHexStringLower(KeyId(keyName, key)) + "+" + Convert.ToBase64String([0x01, .. key.PublicKey]);

    private static bool IsBy(string line, byte[] body, NoteKeys keys)
    {
        var space = line.LastIndexOf(' ');
        if (!line.StartsWith(Dash, StringComparison.Ordinal) || space < Dash.Length) return false;
        var blob = new byte[256];
        if (!Convert.TryFromBase64String(line[(space + 1)..], blob, out var length) || length <= KeyIdBytes) return false;
        var (id, signature, name) = (blob[..KeyIdBytes], blob[KeyIdBytes..length], line[Dash.Length..space]);
        return keys.Ecdsa.Any(k => id.AsSpan().SequenceEqual(KeyId(k)) && k.VerifyData(body, signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence))
            || keys.Ed25519.Any(k => id.AsSpan().SequenceEqual(KeyId(name, k)) && k.Verify(body, signature));
    }

    private static byte[] KeyId(ECDsa key) => SHA256.HashData(key.ExportSubjectPublicKeyInfo())[..KeyIdBytes];

    private static byte[] KeyId(string keyName, Ed25519 key) => SHA256.HashData([.. Encoding.UTF8.GetBytes(keyName), (byte)'\n', 0x01, .. key.PublicKey])[..KeyIdBytes];
}
