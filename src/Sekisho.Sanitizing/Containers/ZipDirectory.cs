using System.Buffers.Binary;
using Sekisho.Kernel;

namespace Sekisho.Sanitizing.Containers;

/// <summary>
/// Finds the end record and reads the central directory. Strict: a sequential reader and a directory reader must see the same
/// members (ZP-01), because programs that trust one of the two see another archive than programs that trust the other.
/// </summary>
internal static class ZipDirectory
{
    private const uint EndSignature = 0x06054b50, CentralSignature = 0x02014b50, Zip64EndSignature = 0x06064b50, Zip64LocatorSignature = 0x07064b50;

    /// <summary>Position of the directory, number of entries and where the archive ends (a tail may follow: ID-05).</summary>
    internal sealed record End(int DirectoryStart, int DirectoryLength, int Count, int EndRecord, int ArchiveEnd);

    internal static End FindEnd(byte[] bytes)
    {
        var lowest = Math.Max(0, bytes.Length - 22 - 65_535 - 65_536);
        for (var i = bytes.Length - 22; i >= lowest; i--)
        {
            if (U32(bytes, i) != EndSignature) continue;
            var comment = U16(bytes, i + 20);
            if (i + 22 + comment > bytes.Length || !LooksReal(bytes, i)) continue;
            // An end record inside the comment: a reader that searches from the end would see another archive.
            if (bytes.AsSpan(i + 22, comment).IndexOf("PK\x05\x06"u8) >= 0) throw Conflict("end-record");
            return Read(bytes, i, comment);
        }
        throw Conflict("no-end-record");
    }

    internal static IReadOnlyList<ZipEntry> Entries(byte[] bytes, End end, int maxEntries)
    {
        if (end.Count > maxEntries) throw new FileStop("LM-04", Outcome.Blocked, "zip");
        var entries = new List<ZipEntry>(end.Count);
        var ranges = new List<(int From, int To)>(end.Count);
        var at = end.DirectoryStart;
        var stop = checked(end.DirectoryStart + end.DirectoryLength);
        for (var n = 0; n < end.Count; n++)
        {
            if (at + 46 > stop || U32(bytes, at) != CentralSignature) throw Conflict("directory");
            var record = ZipCentralRecord.Read(bytes, at, stop);
            at = record.Next;
            var (entry, range) = ZipLocalRecord.Match(bytes, record, end.DirectoryStart);
            entries.Add(entry);
            ranges.Add(range);
        }
        if (at != stop) throw Conflict("directory-length");
        CheckRanges(ranges, end.DirectoryStart);
        return entries;
    }

    private static void CheckRanges(List<(int From, int To)> ranges, int directory)
    {
        ranges.Sort();
        var at = 0;
        foreach (var (from, to) in ranges)
        {
            if (from < at) throw new FileStop("LM-06", Outcome.Blocked, "zip");
            if (from > at) throw Conflict("gap");
            at = to;
        }
        if (at != directory) throw Conflict("gap");
    }

    private static bool LooksReal(byte[] b, int i)
    {
        if (U16(b, i + 4) == 0xFFFF || U16(b, i + 10) == 0xFFFF || U32(b, i + 16) == 0xFFFFFFFF) return i >= 20 && U32(b, i - 20) == Zip64LocatorSignature;
        long start = U32(b, i + 16), length = U32(b, i + 12);
        return start + length <= i && (length == 0 ? U16(b, i + 10) == 0 : U32(b, (int)start) == CentralSignature || start + length == i);
    }

    private static End Read(byte[] b, int i, int comment)
    {
        long start = U32(b, i + 16), length = U32(b, i + 12), count = U16(b, i + 10);
        long expectedEnd = i;
        if (i >= 20 && U32(b, i - 20) == Zip64LocatorSignature)
        {
            var record = BinaryPrimitives.ReadUInt64LittleEndian(b.AsSpan(i - 12));
            if (record > (ulong)(i - 20 - 56) || U32(b, (int)record) != Zip64EndSignature) throw Conflict("zip64");
            var r = (int)record;
            var size = BinaryPrimitives.ReadUInt64LittleEndian(b.AsSpan(r + 4));
            if ((long)size + 12 + r != i - 20) throw Conflict("zip64");
            (start, length, count) = (Agree(start, 0xFFFFFFFF, U64(b, r + 48)), Agree(length, 0xFFFFFFFF, U64(b, r + 40)), Agree(count, 0xFFFF, U64(b, r + 32)));
            if (U64(b, r + 24) != count || U32(b, r + 16) != 0 || U32(b, r + 20) != 0) throw Conflict("zip64");
            expectedEnd = r;
        }
        else if (U16(b, i + 8) != count) throw Conflict("count");
        if (U16(b, i + 4) is not (0 or 0xFFFF) || U16(b, i + 6) is not (0 or 0xFFFF)) throw Conflict("split");
        if (start < 0 || length < 0 || start + length != expectedEnd || count > int.MaxValue) throw Conflict("directory-place");
        return new((int)start, (int)length, (int)count, i, i + 22 + comment);
    }

    private static long Agree(long narrow, long marker, long wide) => narrow == marker || narrow == wide ? wide : throw Conflict("zip64");

    internal static FileStop Conflict(string detail) => new("ZP-01", Outcome.Blocked, "zip:" + detail);
    internal static int U16(byte[] b, int at) => at >= 0 && at + 2 <= b.Length ? BinaryPrimitives.ReadUInt16LittleEndian(b.AsSpan(at)) : throw Conflict("cut");
    internal static uint U32(byte[] b, int at) => at >= 0 && at + 4 <= b.Length ? BinaryPrimitives.ReadUInt32LittleEndian(b.AsSpan(at)) : throw Conflict("cut");
    internal static long U64(byte[] b, int at) => at >= 0 && at + 8 <= b.Length && BinaryPrimitives.ReadInt64LittleEndian(b.AsSpan(at)) is var v and >= 0 ? v : throw Conflict("cut");
}
