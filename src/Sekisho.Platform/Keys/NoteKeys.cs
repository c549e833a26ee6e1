using System.Security.Cryptography;

namespace Sekisho.Platform.Keys;

/// <summary>The keys somebody trusts to have signed checkpoints: ECDSA P-256 and Ed25519, any number of each. Not thread-safe.</summary>
public sealed class NoteKeys : IDisposable
{
    private NoteKeys(List<ECDsa> ecdsa, List<Ed25519> ed25519) => (Ecdsa, Ed25519) = (ecdsa, ed25519);

    internal IReadOnlyList<ECDsa> Ecdsa { get; }
    internal IReadOnlyList<Ed25519> Ed25519 { get; }

    /// <summary>Reads every public or private key of a PEM text; other blocks are passed over.</summary>
    /// <exception cref="CryptographicException">No key of a known kind is in it, or one is damaged.</exception>
    public static NoteKeys Read(string pem)
    {
        var keys = new NoteKeys([], []);
        try
        {
            foreach (var der in Blocks(pem)) keys.Add(der);
            return keys.Ecdsa.Count + keys.Ed25519.Count > 0 ? keys : throw new CryptographicException("No ECDSA or Ed25519 key was found.");
        }
        catch
        {
            keys.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        foreach (var key in Ecdsa) key.Dispose();
        foreach (var key in Ed25519) key.Dispose();
    }

    private void Add((bool IsPrivate, byte[] Der) block)
    {
        if (Keys.Ed25519.Read(block.Der) is { } edwards)
        {
            ((List<Ed25519>)Ed25519).Add(edwards);
            return;
        }
        var key = ECDsa.Create();
        ((List<ECDsa>)Ecdsa).Add(key);
        if (block.IsPrivate) key.ImportPkcs8PrivateKey(block.Der, out _);
        else key.ImportSubjectPublicKeyInfo(block.Der, out _);
    }

    private static List<(bool IsPrivate, byte[] Der)> Blocks(string pem)
    {
        var found = new List<(bool, byte[])>();
        for (var rest = pem.AsSpan(); PemEncoding.TryFind(rest, out var fields); rest = rest[fields.Location.End..])
        {
            var label = rest[fields.Label];
            if (label is "PUBLIC KEY" or "PRIVATE KEY") found.Add((label is "PRIVATE KEY", Convert.FromBase64String(rest[fields.Base64Data].ToString())));
        }
        return found;
    }
}
