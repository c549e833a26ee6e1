using System.Buffers.Binary;
using System.Text;

namespace Sekisho.Sanitizing.Identification;

/// <summary>
/// Reads only the directory of an OLE2 compound file ([MS-CFB]) to tell what it is: sector size, FAT chain of the directory without a
/// loop, names of its entries. Nothing of it is ever copied; these files are held, blocked or converted.
/// </summary>
internal static class CompoundFile
{
    internal static readonly byte[] Magic = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    private const int MaxSectors = 20_000 / 4;

    /// <summary>Null when the structure does not hold (LM-14).</summary>
    internal static IReadOnlySet<string>? Names(byte[] b)
    {
        if (b.Length < 1536 || !b.AsSpan().StartsWith(Magic)) return null;
        var shift = BinaryPrimitives.ReadUInt16LittleEndian(b.AsSpan(30));
        if (shift is not (9 or 12)) return null;
        var size = 1 << shift;
        var names = new HashSet<string>(StringComparer.Ordinal);
        var seen = new HashSet<uint>();
        var sector = BinaryPrimitives.ReadUInt32LittleEndian(b.AsSpan(48));
        while (sector < 0xFFFFFFFA)
        {
            var at = (sector + 1L) * size;
            if (!seen.Add(sector) || seen.Count > MaxSectors || at + size > b.Length) return null;
            for (var entry = (int)at; entry < at + size; entry += 128) AddName(b, entry, names);
            if (Next(b, sector, size) is not { } next) return null;
            sector = next;
        }
        return names.Contains("Root Entry") || names.Count > 0 ? names : null;
    }

    internal static FileKind Classify(IReadOnlySet<string> names)
    {
        if (names.Contains("EncryptedPackage")) return FileKind.OoxmlEncrypted;
        if (names.Contains("WordDocument")) return FileKind.Doc;
        if (names.Contains("Workbook") || names.Contains("Book")) return FileKind.Xls;
        if (names.Contains("PowerPoint Document")) return FileKind.Ppt;
        if (names.Contains("__properties_version1.0")) return FileKind.Msg;
        return names.Contains("DocumentText") ? FileKind.Ichitaro : FileKind.Cfb;
    }

    private static void AddName(byte[] b, int entry, HashSet<string> names)
    {
        var length = BinaryPrimitives.ReadUInt16LittleEndian(b.AsSpan(entry + 64));
        if (b[entry + 66] == 0 || length is < 2 or > 64) return;
        names.Add(Encoding.Unicode.GetString(b, entry, length - 2));
    }

    private static uint? Next(byte[] b, uint sector, int size)
    {
        var perSector = size / 4;
        var fatIndex = sector / (uint)perSector;
        // The header names 109 FAT sectors: 6.8 MiB (512) or more; a directory beyond them is not looked for.
        if (fatIndex >= 109) return null;
        var at = (BinaryPrimitives.ReadUInt32LittleEndian(b.AsSpan(76 + (int)fatIndex * 4)) + 1L) * size + sector % perSector * 4;
        return at + 4 <= b.Length ? BinaryPrimitives.ReadUInt32LittleEndian(b.AsSpan((int)at)) : null;
    }
}
