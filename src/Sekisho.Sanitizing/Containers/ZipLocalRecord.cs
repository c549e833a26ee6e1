using Sekisho.Kernel;
using static Sekisho.Sanitizing.Containers.ZipDirectory;

namespace Sekisho.Sanitizing.Containers;

/// <summary>Reads the local header a directory record points at and demands that both say the same (ZP-01).</summary>
internal static class ZipLocalRecord
{
    private const uint Signature = 0x04034b50, DescriptorSignature = 0x08074b50;

    internal static (ZipEntry Entry, (int From, int To) Range) Match(byte[] b, ZipCentralRecord c, int directory)
    {
        if (c.LocalAt + 30 > directory || U32(b, (int)c.LocalAt) != Signature) throw Conflict("local");
        var at = (int)c.LocalAt;
        int flags = U16(b, at + 6), method = U16(b, at + 8), nameLength = U16(b, at + 26), extraLength = U16(b, at + 28);
        var start = (long)at + 30 + nameLength + extraLength;
        if (start > directory) throw Conflict("local");
        // Bits 1 and 2 are only a remark about compression effort; everything else must be equal.
        if (((flags ^ c.Flags) & ~0x6) != 0 || method != c.Method) throw Conflict("flags");
        if (!b.AsSpan(at + 30, nameLength).SequenceEqual(c.Name)) throw Conflict("name");
        if ((c.Flags & 0x2060) != 0) throw new FileStop("ZP-07", Outcome.Held, "zip:strong-encryption");
        var end = start + c.Compressed;
        if (end > directory) throw Conflict("size");
        CheckSizes(b, at, c, extraLength, nameLength);
        if ((flags & 8) != 0) end = SkipDescriptor(b, (int)end, c, directory);
        var entry = new ZipEntry(c.Name, c.UnicodeName, flags, method, (int)start, (int)c.Compressed, c.Size, c.Crc, c.UnixMode) { Aes = c.Method == 99 ? c.Aes : null };
        return (Allowed(entry), (at, (int)end));
    }

    private static ZipEntry Allowed(ZipEntry e)
    {
        if (!e.IsEncrypted && e.Method is not (0 or 8))
            throw new FileStop("ZP-06", Outcome.Blocked, "zip", new Dictionary<string, string> { ["n"] = Show.Number(e.Method) });
        if (!e.IsEncrypted && e.Method == 0 && e.Compressed != e.Size) throw Conflict("stored-size");
        // 0xA000 link, 0x1000 FIFO, 0x2000/0x6000 devices, 0xC000 socket.
        if ((e.UnixMode & 0xF000) is 0xA000 or 0x1000 or 0x2000 or 0x6000 or 0xC000) throw new FileStop("ZP-04", Outcome.Blocked, "zip");
        if (e.IsDirectory && e.Size != 0) throw Conflict("directory-with-data");
        return e;
    }

    private static void CheckSizes(byte[] b, int at, ZipCentralRecord c, int extraLength, int nameLength)
    {
        uint crc = U32(b, at + 14);
        long compressed = U32(b, at + 18), size = U32(b, at + 22);
        if ((c.Flags & 8) != 0 && crc == 0 && compressed is 0 or 0xFFFFFFFF && size is 0 or 0xFFFFFFFF) return;
        foreach (var (id, start, length) in ZipCentralRecord.Extras(b, at + 30 + nameLength, extraLength))
            if (id == 1 && length >= 16)
            {
                if (size == 0xFFFFFFFF) size = U64(b, start);
                if (compressed == 0xFFFFFFFF) compressed = U64(b, start + 8);
            }
        if (crc != c.Crc || compressed != c.Compressed || size != c.Size) throw Conflict("sizes");
    }

    /// <summary>A descriptor has 12 or 20 bytes, with or without its signature; the form is the one whose values are right.</summary>
    private static long SkipDescriptor(byte[] b, int at, ZipCentralRecord c, int directory)
    {
        foreach (var wide in (bool[])[false, true])
            foreach (var signed in (bool[])[true, false])
            {
                int p = at, length = (signed ? 4 : 0) + (wide ? 20 : 12);
                if (at + length > directory) continue;
                if (signed && U32(b, p) != DescriptorSignature) continue;
                if (signed) p += 4;
                if (U32(b, p) != c.Crc) continue;
                var (compressed, size) = wide ? (U64Loose(b, p + 4), U64Loose(b, p + 12)) : (U32(b, p + 4), U32(b, p + 8));
                if (compressed != c.Compressed || size != c.Size) continue;
                var next = at + length;
                if (next == directory || U32(b, next) == Signature) return next;
            }
        throw Conflict("descriptor");
    }

    private static long U64Loose(byte[] b, int at) => U32(b, at + 4) == 0 ? U32(b, at) : -1;
}
