using Sekisho.Kernel;
using Sekisho.Verifying.Zip;

namespace Sekisho.Verifying.Locking;

/// <summary>
/// What a typed password opened, locked again with the same password. Made from the very bytes the second reader accepted, in its own process: nobody can look into the result any more
/// (decision 0017). Exempt from law E5, because each output has fresh salts.
/// </summary>
public static class LockedOutput
{
    /// <summary>Names every file of a mail, where there are too many to name each.</summary>
    public const string Everything = "*";

    /// <summary>Length of a salt, bytes.</summary>
    public const int SaltBytes = LockedZip.Salt;

    /// <param name="verified">Bytes that <see cref="OutputVerifier"/> accepted as <paramref name="type"/>.</param>
    /// <param name="type">Type code they were accepted as.</param>
    /// <param name="name">Name of the file; "" for a mail of the gateway.</param>
    /// <param name="which">Digests of what is to be locked, joined by commas, or <see cref="Everything"/>: the whole file, or files inside a mail.</param>
    /// <param name="password">As typed; taken as UTF-8.</param>
    /// <param name="salt">Gives <see cref="SaltBytes"/> fresh random bytes at each call.</param>
    /// <returns>The locked bytes and their name; null when not everything that was named is there: then nothing may be released.</returns>
    public static (byte[] Bytes, string Name)? Make(byte[] verified, string type, string name, string which, string password, Func<byte[]> salt)
    {
        var meant = which.Split(',').ToHashSet(StringComparer.Ordinal);
        if (meant.Contains(Digest.Of(verified).Hex)) return Whole(verified, name, password, salt);
        if (type is not "eml") return null;
        var found = new HashSet<string>(StringComparer.Ordinal);
        var (bytes, locked) = LockedMail.Write(verified, d => which is Everything || meant.Contains(d.Hex) && (found.Add(d.Hex) || true), password, salt);
        return locked > 0 && (which is Everything || found.Count == meant.Count) ? (bytes, name) : null;
    }

    /// <summary>The members of an archive of ours are locked one by one; any other file becomes the only member.</summary>
    internal static (byte[] Bytes, string Name) Whole(byte[] file, string name, string password, Func<byte[]> salt) =>
        name.EndsWith(".zip", StringComparison.OrdinalIgnoreCase) ? (LockedZip.Write(WalkedZip.Read(file, name), password, salt), name) : (LockedZip.Write([(name, file)], password, salt), name + ".zip");
}
