using System.Text;
using Sekisho.Kernel;
using static Sekisho.Sanitizing.Containers.ZipDirectory;

namespace Sekisho.Sanitizing.Containers;

/// <summary>One record of the central directory, with ZIP64 values already put in place (APPNOTE 4.3.12, 4.5.3).</summary>
internal sealed record ZipCentralRecord(int Next, byte[] Name, string? UnicodeName, int Flags, int Method, uint Crc, long Compressed, long Size, long LocalAt, int UnixMode)
{
    /// <summary>WinZip AES (extra field 0x9901); null for other members.</summary>
    internal (int Strength, int Method)? Aes { get; private init; }

    internal static ZipCentralRecord Read(byte[] b, int at, int stop)
    {
        int nameLength = U16(b, at + 28), extraLength = U16(b, at + 30), commentLength = U16(b, at + 32);
        var next = at + 46 + nameLength + extraLength + commentLength;
        if (next > stop) throw Conflict("directory");
        var name = b.AsSpan(at + 46, nameLength).ToArray();
        long size = U32(b, at + 24), compressed = U32(b, at + 20), local = U32(b, at + 42);
        if (U16(b, at + 34) is not (0 or 0xFFFF)) throw Conflict("split");
        string? unicode = null;
        (int, int)? aes = null;
        foreach (var (id, start, length) in Extras(b, at + 46 + nameLength, extraLength))
        {
            if (id == 1) Zip64(b, start, length, ref size, ref compressed, ref local);
            if (id == 0x7075) unicode = UnicodePath(b, start, length, name) ?? unicode;
            if (id == 0x9901 && length >= 7 && b[start + 4] is 1 or 2 or 3) aes = (b[start + 4], U16(b, start + 5));
        }
        var host = b[at + 5];
        var mode = host is 3 or 19 ? (int)(U32(b, at + 38) >> 16) : 0;
        return new(next, name, unicode, U16(b, at + 8), U16(b, at + 10), U32(b, at + 16), compressed, size, local, mode) { Aes = aes };
    }

    /// <summary>Splits an extra area into (id, start, length); an area that does not add up is a lie.</summary>
    internal static IEnumerable<(int Id, int Start, int Length)> Extras(byte[] b, int at, int length)
    {
        var stop = at + length;
        while (at + 4 <= stop)
        {
            int id = U16(b, at), size = U16(b, at + 2);
            if (at + 4 + size > stop) throw Conflict("extra");
            yield return (id, at + 4, size);
            at += 4 + size;
        }
        // Up to three zero bytes of alignment are written by some Android and Java tools.
        for (; at < stop; at++)
            if (b[at] != 0) throw Conflict("extra");
    }

    private static void Zip64(byte[] b, int at, int length, ref long size, ref long compressed, ref long local)
    {
        var stop = at + length;
        size = Take(b, ref at, stop, size);
        compressed = Take(b, ref at, stop, compressed);
        local = Take(b, ref at, stop, local);
    }

    private static long Take(byte[] b, ref int at, int stop, long narrow)
    {
        if (narrow != 0xFFFFFFFF) return narrow;
        if (at + 8 > stop) throw Conflict("zip64");
        at += 8;
        return U64(b, at - 8);
    }

    private static string? UnicodePath(byte[] b, int at, int length, byte[] name)
    {
        if (length < 5 || b[at] != 1) return null;
        if (U32(b, at + 1) != Crc32.Of(name)) throw new FileStop("NM-03", Outcome.Blocked, "zip:unicode-path");
        try { return new UTF8Encoding(false, true).GetString(b, at + 5, length - 5); }
        catch (DecoderFallbackException) { throw new FileStop("NM-03", Outcome.Blocked, "zip:unicode-path"); }
    }
}
