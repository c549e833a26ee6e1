using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Sekisho.Verifying.Zip;

/// <summary>
/// A ZIP read from the first byte to the last, in order: local records one behind the other, then the same list as a directory, then the
/// end. Only the form our writers give: no descriptors, no extra fields, no comment, one fixed time, stored or deflate.
/// </summary>
internal static class WalkedZip
{
    private const long MaxExpanded = 4L << 30;
    private const int MaxEntries = 100_000;

    internal static IReadOnlyList<(string Name, byte[] Data)> Read(byte[] b, string place)
    {
        var files = new List<(string Name, byte[] Data)>();
        var heads = new List<(int At, byte[] Fields)>();
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        long total = 0;
        var at = 0;
        while (Is(b, at, 0x04034B50))
        {
            if (files.Count >= MaxEntries) throw new Refused(place + ":entries");
            heads.Add((at, b[(at + 4)..(at + 30)]));
            int flags = Number(b, at + 6, 2), method = Number(b, at + 8, 2), packed = Number(b, at + 18, 4), size = Number(b, at + 22, 4), length = Number(b, at + 26, 2);
            if (Number(b, at + 4, 2) != 20 || flags is not (0 or 0x800) || method is not (0 or 8) || Number(b, at + 10, 4) != 0x210000 || Number(b, at + 28, 2) != 0) throw new Refused(place + ":local");
            var name = Encoding.UTF8.GetString(b, at + 30, length);
            if (name.Length == 0 || !names.Add(name) || name.Split('/').Any(s => s is "" or "." or "..") || name[0] == '/' || name.Contains('\\', StringComparison.Ordinal) || name[^1] == '/') throw new Refused(place + ":name");
            if ((total += size) > MaxExpanded) throw new Refused(place + ":size");
            var data = Expand(b.AsSpan(at + 30 + length, packed), method, size, place);
            if (Checksum(data) != BinaryPrimitives.ReadUInt32LittleEndian(b.AsSpan(at + 14))) throw new Refused(place + ":checksum");
            files.Add((name, data));
            at += 30 + length + packed;
        }
        Directory(b, at, heads, place);
        return files;
    }

    private static void Directory(byte[] b, int start, List<(int At, byte[] Fields)> heads, string place)
    {
        var at = start;
        foreach (var (local, fields) in heads)
        {
            var length = Number(b, at + 28, 2);
            // The 24 bytes from "version needed" to the name length stand in both records.
            if (!Is(b, at, 0x02014B50) || !b.AsSpan(at + 6, 24).SequenceEqual(fields.AsSpan(0, 24)) || Number(b, at + 42, 4) != local) throw new Refused(place + ":directory");
            for (var i = 30; i < 42; i++)
                if (b[at + i] != 0) throw new Refused(place + ":directory");
            if (!b.AsSpan(at + 46, length).SequenceEqual(b.AsSpan(local + 30, length))) throw new Refused(place + ":directory-name");
            at += 46 + length;
        }
        if (!Is(b, at, 0x06054B50) || at + 22 != b.Length || Number(b, at + 4, 4) != 0 || Number(b, at + 8, 2) != heads.Count || Number(b, at + 10, 2) != heads.Count
            || Number(b, at + 12, 4) != at - start || Number(b, at + 16, 4) != start || Number(b, at + 20, 2) != 0) throw new Refused(place + ":end");
    }

    private static byte[] Expand(ReadOnlySpan<byte> packed, int method, int size, string place)
    {
        if (method == 0) return packed.Length == size ? packed.ToArray() : throw new Refused(place + ":stored");
        var data = new byte[size];
        using var inflater = new DeflateStream(new MemoryStream(packed.ToArray()), CompressionMode.Decompress);
        return inflater.ReadAtLeast(data, size, false) == size && inflater.ReadByte() < 0 ? data : throw new Refused(place + ":deflate");
    }

    private static bool Is(byte[] b, int at, uint signature) => at + 22 <= b.Length && BinaryPrimitives.ReadUInt32LittleEndian(b.AsSpan(at)) == signature;

    private static int Number(byte[] b, int at, int bytes)
    {
        long value = 0;
        for (var i = bytes - 1; i >= 0; i--) value = value << 8 | b[at + i];
        return value <= int.MaxValue ? (int)value : throw new Refused("zip:number");
    }

    /// <summary>CRC-32, four bytes at a step; the tables grow from that of the nibbles.</summary>
    internal static uint Checksum(ReadOnlySpan<byte> data)
    {
        var crc = uint.MaxValue;
        var at = 0;
        for (; at + 4 <= data.Length; at += 4)
        {
            crc ^= BinaryPrimitives.ReadUInt32LittleEndian(data[at..]);
            crc = Steps[3][(int)(crc & 255)] ^ Steps[2][(int)(crc >> 8 & 255)] ^ Steps[1][(int)(crc >> 16 & 255)] ^ Steps[0][(int)(crc >> 24)];
        }
        for (; at < data.Length; at++) crc = crc >> 8 ^ Steps[0][(int)((crc ^ data[at]) & 255)];
        return ~crc;
    }

    /// <summary>What a byte does to the sum when as many others follow it.</summary>
    private static uint[][] Grown()
    {
        var steps = new uint[4][];
        for (var step = 0; step < 4; step++)
        {
            steps[step] = new uint[256];
            for (var i = 0u; i < 256; i++)
            {
                var crc = step == 0 ? i : steps[step - 1][i];
                crc = crc >> 4 ^ Nibbles[(int)(crc & 15)];
                steps[step][i] = crc >> 4 ^ Nibbles[(int)(crc & 15)];
            }
        }
        return steps;
    }

    private static readonly uint[] Nibbles =
    [
        0x00000000, 0x1DB71064, 0x3B6E20C8, 0x26D930AC, 0x76DC4190, 0x6B6B51F4, 0x4DB26158, 0x5005713C,
        0xEDB88320, 0xF00F9344, 0xD6D6A3E8, 0xCB61B38C, 0x9B64C2B0, 0x86D3D2D4, 0xA00AE278, 0xBDBDF21C,
    ];

    private static readonly uint[][] Steps = Grown();
}
