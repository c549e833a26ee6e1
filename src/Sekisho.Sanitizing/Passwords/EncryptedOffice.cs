using System.Buffers.Binary;
using Sekisho.Kernel;
using Sekisho.Sanitizing.Compound;

namespace Sekisho.Sanitizing.Passwords;

/// <summary>OX-24: an Office package inside a compound file, opened with the password a person typed ([MS-OFFCRYPTO] 2.3.4). Rights management is not opened.</summary>
internal static class EncryptedOffice
{
    /// <summary>What Excel encrypts with when a workbook is protected without a password to open it ([MS-OFFCRYPTO] 2.4.2.1, note).</summary>
    internal const string FixedPassword = "VelvetSweatshop";

    /// <exception cref="FileStop">OX-24 held without the right password, blocked for rights management; LM-14 for what does not hold together.</exception>
    internal static byte[] Open(CompoundDocument file, FileContext context, string place)
    {
        if (file.Entries.Values.Any(e => e.Name.StartsWith("DRMEncrypted", StringComparison.Ordinal))) throw new FileStop("OX-24", Outcome.Blocked, place);
        if (file.Read("EncryptionInfo") is not { Length: > 8 } info || file.Read("EncryptedPackage") is not { Length: >= 8 } package) throw new FileStop("OX-24", Outcome.Held, place);
        var size = BinaryPrimitives.ReadInt64LittleEndian(package);
        if (size < 0 || size > package.Length - 8) throw SectorTable.Broken("package");
        context.Budget.Expand(size, place);
        foreach (var password in Passwords(context.Password))
            if (Content(info, package, password) is { } plain) return plain.Length >= size ? plain[..(int)size] : throw SectorTable.Broken("package");
        throw new FileStop("OX-24", Outcome.Held, place);
    }

    internal static IEnumerable<string> Passwords(string? typed) => typed is null ? [FixedPassword] : [typed, FixedPassword];

    private static byte[]? Content(byte[] info, byte[] package, string password)
    {
        var (major, minor) = (BinaryPrimitives.ReadUInt16LittleEndian(info), BinaryPrimitives.ReadUInt16LittleEndian(info.AsSpan(2)));
        if ((major, minor) is (4, 4)) return AgileInfo.Read(info.AsSpan(8)) is { } agile ? AgileCipher.Open(agile, package, password) : null;
        return minor == 2 && major is >= 2 and <= 4 ? StandardCipher.Open(info, package, password) : null;
    }
}
