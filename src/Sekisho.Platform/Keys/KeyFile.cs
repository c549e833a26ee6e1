using System.Security.Cryptography;
using System.Text;

namespace Sekisho.Platform.Keys;

/// <summary>
/// The key-encryption key (rule T11): 32 bytes as 64 hex digits in a file of mode 0600 outside database and data folder. The first line is the key in use;
/// further lines are earlier ones that a rotation has not finished replacing. Read when first needed, so that a missing file stops only what needs it — and says so.
/// </summary>
public sealed class KeyFile(PlatformOptions options)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;
    private readonly Lock gate = new();
    private byte[][]? keys;

    /// <summary>Writes a new random key.</summary>
    /// <exception cref="IOException">The file exists already.</exception>
    public static void Create(string path) => Write(path, [RandomNumberGenerator.GetBytes(32)], FileMode.CreateNew);

    /// <summary>Encrypts a data key for storage.</summary>
    /// <exception cref="KeyUnavailableException">The file is missing, unreadable, open to others or malformed.</exception>
    public byte[] Wrap(ReadOnlySpan<byte> dataKey, ReadOnlySpan<byte> label) => Aead.Seal(Keys()[0], dataKey, label);

    /// <exception cref="KeyUnavailableException">See <see cref="Wrap"/>.</exception>
    /// <exception cref="CryptographicException">The wrapped key is of another key file or was changed.</exception>
    public byte[] Unwrap(ReadOnlySpan<byte> wrapped, ReadOnlySpan<byte> label)
    {
        var all = Keys();
        for (var i = 0; i < all.Length - 1; i++)
        {
            try { return Aead.Open(all[i], wrapped, label); }
            catch (AuthenticationTagMismatchException) { continue; } // wrapped by an earlier key: the next line opens it
        }
        return Aead.Open(all[^1], wrapped, label);
    }

    /// <summary>Why the key cannot be had; null when it is at hand.</summary>
    public string? Trouble
    {
        get
        {
            try
            {
                Keys();
                return null;
            }
            catch (KeyUnavailableException e)
            {
                return e.Message;
            }
        }
    }

    /// <summary>The key in use, for the recovery box.</summary>
    internal byte[] Current() => [.. Keys()[0]];

    /// <summary>Puts a new key before the others. What they wrapped still opens.</summary>
    internal void BeginRotation() => Replace([RandomNumberGenerator.GetBytes(32), .. Keys()]);

    /// <summary>Drops every key but the one in use.</summary>
    internal void EndRotation() => Replace([Keys()[0]]);

    /// <summary>Writes a file that holds exactly this key (recovery).</summary>
    /// <exception cref="IOException">The file exists already.</exception>
    internal static void Restore(string path, byte[] key) => Write(path, [key], FileMode.CreateNew);

    private void Replace(byte[][] fresh)
    {
        lock (gate)
        {
            var beside = options.KeyFile + ".new";
            Write(beside, fresh, FileMode.Create);
            File.Move(beside, options.KeyFile, overwrite: true);
            keys = fresh;
        }
    }

    private byte[][] Keys()
    {
        lock (gate) return keys ??= Read(options.KeyFile);
    }

    private static void Write(string path, byte[][] lines, FileMode mode)
    {
        using var file = new FileStream(path, new FileStreamOptions { Mode = mode, Access = FileAccess.Write, UnixCreateMode = OwnerOnly });
        foreach (var line in lines) file.Write(Encoding.ASCII.GetBytes(Convert.ToHexStringLower(line) + "\n"));
        file.Flush(flushToDisk: true);
    }

    private static byte[][] Read(string path)
    {
        try
        {
            if ((File.GetUnixFileMode(path) & Others) != 0) throw new KeyUnavailableException($"The key file {path} can be read by others: its mode must be 0600.");
            var lines = File.ReadAllLines(path).Where(l => l.Length > 0).ToList();
            return lines.Count > 0 && lines.TrueForAll(l => l.Length == 64)
                ? [.. lines.Select(Convert.FromHexString)] : throw new KeyUnavailableException($"The key file {path} does not hold lines of 64 hex digits.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException)
        {
            throw new KeyUnavailableException($"The key file {path} cannot be read: {e.Message}", e);
        }
    }
}
