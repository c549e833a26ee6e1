using System.Security.Cryptography;

namespace Sekisho.Platform.Keys;

/// <summary>
/// The sealer's signing keys, ECDSA P-256 and Ed25519 in one PEM file of mode 0600. Their public halves are what an outsider needs to check a checkpoint.
/// A file of an earlier version holds the first only; then only that signs.
/// </summary>
public sealed class SealerKey(PlatformOptions options) : IDisposable
{
    private readonly Lazy<NoteKeys> keys = new(() => Read(options.SealerKeyFile));

    internal NoteKeys Keys => keys.Value;

    /// <summary>The public keys that sign now, as PEM (SubjectPublicKeyInfo).</summary>
    public string PublicPem => string.Concat(Keys.Ecdsa.Select(k => k.ExportSubjectPublicKeyInfoPem() + "\n").Concat(Keys.Ed25519.Select(k => k.PublicPem + "\n")));

    /// <summary><see cref="PublicPem"/> and the keys that signed before a restore on another machine.</summary>
    public string TrustedPem => PublicPem + (File.Exists(EarlierFile) ? File.ReadAllText(EarlierFile) : "");

    private string EarlierFile => EarlierOf(options.SealerKeyFile);

    /// <summary>Writes new random keys.</summary>
    /// <exception cref="IOException">The file exists already.</exception>
    public static void Create(string path)
    {
        using var fresh = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Write(path, FileMode.CreateNew, fresh.ExportPkcs8PrivateKeyPem() + "\n" + Ed25519.CreatePem() + "\n");
    }

    /// <summary>Trusts the public keys of the machine a backup came from, so that the checkpoints restored with it still verify.</summary>
    public void TrustEarlier(string publicPem)
    {
        var known = TrustedPem;
        var fresh = publicPem.Split("-----BEGIN ", StringSplitOptions.RemoveEmptyEntries).Select(b => "-----BEGIN " + b.Trim() + "\n").Where(b => !known.Contains(b, StringComparison.Ordinal)).ToList();
        if (fresh.Count > 0) Write(EarlierFile, FileMode.Append, string.Concat(fresh));
    }

    public void Dispose()
    {
        if (keys.IsValueCreated) keys.Value.Dispose();
    }

    private static string EarlierOf(string path) => Path.ChangeExtension(path, ".earlier.pem");

    private static void Write(string path, FileMode mode, string text)
    {
        using var file = new StreamWriter(path, new FileStreamOptions { Mode = mode, Access = FileAccess.Write, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite });
        file.Write(text);
    }

    private static NoteKeys Read(string path)
    {
        try
        {
            return NoteKeys.Read(File.ReadAllText(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException or FormatException)
        {
            throw new KeyUnavailableException($"The sealer's key {path} cannot be read: {e.Message}", e);
        }
    }
}
