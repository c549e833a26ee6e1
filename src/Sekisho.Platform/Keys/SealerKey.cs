using System.Security.Cryptography;

namespace Sekisho.Platform.Keys;

/// <summary>The sealer's signing key: ECDSA P-256, PEM, mode 0600. Its public half is what an outsider needs to check a checkpoint.</summary>
public sealed class SealerKey(PlatformOptions options) : IDisposable
{
    private readonly Lazy<ECDsa> key = new(() => Read(options.SealerKeyFile));

    internal ECDsa Key => key.Value;

    /// <summary>The public key as PEM (SubjectPublicKeyInfo).</summary>
    public string PublicPem => Key.ExportSubjectPublicKeyInfoPem();

    /// <summary>Writes a new random key.</summary>
    /// <exception cref="IOException">The file exists already.</exception>
    public static void Create(string path)
    {
        using var fresh = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var mode = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite };
        using var file = new StreamWriter(path, mode);
        file.Write(fresh.ExportPkcs8PrivateKeyPem() + "\n");
    }

    public void Dispose()
    {
        if (key.IsValueCreated) key.Value.Dispose();
    }

    private static ECDsa Read(string path)
    {
        var ecdsa = ECDsa.Create();
        try
        {
            ecdsa.ImportFromPem(File.ReadAllText(path));
            return ecdsa;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or CryptographicException)
        {
            ecdsa.Dispose();
            throw new KeyUnavailableException($"The sealer's key {path} cannot be read: {e.Message}", e);
        }
    }
}
