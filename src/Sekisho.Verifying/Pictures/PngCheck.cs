using System.Buffers.Binary;
using System.IO.Compression;
using Sekisho.Verifying.Zip;

namespace Sekisho.Verifying.Pictures;

/// <summary>A PNG of ours: IHDR, IDAT, IEND and nothing else, checksums right, pixels exactly as many as the header says, end of file at the end.</summary>
internal static class PngCheck
{
    internal static void Run(byte[] b, string place, Report report)
    {
        if (b.Length < 57 || !b.AsSpan(0, 8).SequenceEqual((byte[])[0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10])) throw new Refused(place + ":png");
        var data = new MemoryStream();
        var order = "";
        for (var at = 8; at < b.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(b.AsSpan(at));
            if (length < 0 || at + 12 + length > b.Length) throw new Refused(place + ":chunk");
            var name = System.Text.Encoding.ASCII.GetString(b, at + 4, 4);
            if (name is not ("IHDR" or "IDAT" or "IEND")) report.Add("chunk:" + name, place);
            if (WalkedZip.Checksum(b.AsSpan(at + 4, length + 4)) != BinaryPrimitives.ReadUInt32BigEndian(b.AsSpan(at + 8 + length))) report.Add("checksum", place);
            if (name is "IDAT") data.Write(b, at + 8, length);
            if (!order.EndsWith(name, StringComparison.Ordinal)) order += name;
            at += 12 + length;
            if (name is "IEND" && at != b.Length) report.Add("trailing", place);
        }
        if (order is not "IHDRIDATIEND") report.Add("order", place);
        Pixels(b, data, place, report);
    }

    private static void Pixels(byte[] b, MemoryStream data, string place, Report report)
    {
        long width = BinaryPrimitives.ReadUInt32BigEndian(b.AsSpan(16)), height = BinaryPrimitives.ReadUInt32BigEndian(b.AsSpan(20));
        var bands = b[25] switch { 0 => 1, 2 => 3, 4 => 2, 6 => 4, _ => throw new Refused(place + ":colour") };
        if (b[24] != 8 || b[26] != 0 || b[27] != 0 || b[28] != 0) throw new Refused(place + ":header");
        var expected = checked(height * (1 + width * bands));
        data.Position = 0;
        using var zlib = new ZLibStream(data, CompressionMode.Decompress);
        var buffer = new byte[1 << 16];
        long total = 0;
        for (int n; (n = zlib.Read(buffer)) > 0;)
            if ((total += n) > expected) break;
        if (total != expected) report.Add("pixels", place);
    }
}
