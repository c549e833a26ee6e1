using System.Security.Cryptography;

namespace Sekisho.Platform.Keys;

/// <summary>
/// The key-encryption key (rule T11): 32 bytes as 64 hex digits in a file of mode 0600 outside database and data folder. Read when first needed,
/// so that a missing file stops only what needs it — and says so.
/// </summary>
public sealed class KeyFile(PlatformOptions options)
{
    private readonly Lock gate = new();
    private byte[]? key;

    /// <summary>Writes a new random key.</summary>
    /// <exception cref="IOException">The file exists already.</exception>
    public static void Create(string path)
    {
        var mode = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite };
        using var file = new StreamWriter(path, mode);
        file.Write(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32)) + "\n");
    }

    /// <summary>Encrypts a data key for storage.</summary>
    /// <exception cref="KeyUnavailableException">The file is missing, unreadable, open to others or malformed.</exception>
    public byte[] Wrap(ReadOnlySpan<byte> dataKey, ReadOnlySpan<byte> label) => Aead.Seal(Key(), dataKey, label);

    /// <exception cref="KeyUnavailableException">See <see cref="Wrap"/>.</exception>
    /// <exception cref="CryptographicException">The wrapped key is of another key file or was changed.</exception>
    public byte[] Unwrap(ReadOnlySpan<byte> wrapped, ReadOnlySpan<byte> label) => Aead.Open(Key(), wrapped, label);

    internal byte[] Derive(string purpose) => HKDF.Expand(HashAlgorithmName.SHA256, Key(), 32, System.Text.Encoding.ASCII.GetBytes(purpose));

    private byte[] Key()
    {
        lock (gate) return key ??= Read(options.KeyFile);
    }

    private static byte[] Read(string path)
    {
        try
        {
            if ((File.GetUnixFileMode(path) & (UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite)) != 0)
                throw new KeyUnavailableException($"The key file {path} can be read by others: its mode must be 0600.");
            var text = File.ReadAllText(path).Trim();
            return text.Length == 64 ? Convert.FromHexString(text) : throw new KeyUnavailableException($"The key file {path} does not hold 64 hex digits.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException)
        {
            throw new KeyUnavailableException($"The key file {path} cannot be read: {e.Message}", e);
        }
    }
}
