using System.Buffers.Binary;
using System.Diagnostics;
using System.IO.Compression;
using System.Text;

namespace Sekisho.Tests.Sanitizing.Files;

/// <summary>Pictures made in the tests: PNG chunk by chunk, JPEG and GIF by the vips command from a PNG.</summary>
internal static class SomePicture
{
    internal static byte[] Png(int width = 8, int height = 6, params (string Type, byte[] Data)[] more)
    {
        return PngOf(width, height, Pixels(width, height), more);
    }

    /// <summary>Around image data that is packed already.</summary>
    internal static byte[] PngOf(int width, int height, byte[] data, params (string Type, byte[] Data)[] more)
    {
        var output = new MemoryStream();
        output.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (8, 2);
        Chunk(output, "IHDR", header);
        foreach (var (type, chunk) in more) Chunk(output, type, chunk);
        Chunk(output, "IDAT", data);
        Chunk(output, "IEND", []);
        return output.ToArray();
    }

    /// <summary>A PNG of any colour type and depth (ISO/IEC 15948, 11.2.2) with samples that hang together with nothing, every row under another filter.</summary>
    internal static byte[] PngOfType(int colour, int depth, params (string Type, byte[] Data)[] more)
    {
        const int width = 13, height = 9;
        var stride = (width * (colour switch { 2 => 3, 4 => 2, 6 => 4, _ => 1 }) * depth + 7) / 8;
        var rows = new byte[height * (stride + 1)];
        new Random(colour * 31 + depth).NextBytes(rows);
        for (var y = 0; y < height; y++) rows[y * (stride + 1)] = (byte)(y % 5);
        var png = PngOf(width, height, SomePdf.Deflate(rows), more);
        (png[24], png[25]) = ((byte)depth, (byte)colour);
        BinaryPrimitives.WriteUInt32BigEndian(png.AsSpan(29), SomeZip.Crc(png.AsSpan(12, 17)));
        return png;
    }

    /// <summary>Claims a size its data does not have.</summary>
    internal static byte[] PngClaiming(int width, int height)
    {
        var png = Png();
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(16), width);
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(20), height);
        BinaryPrimitives.WriteUInt32BigEndian(png.AsSpan(29), SomeZip.Crc(png.AsSpan(12, 17)));
        return png;
    }

    internal static byte[] Jpeg(int width = 16, int height = 12) => Convert(Png(width, height), ".jpg[Q=90,strip]");
    internal static byte[] Gif() => Convert(Png(), ".gif");
    /// <summary>Uncompressed grey pages of 4 × 3 pixels, one directory each.</summary>
    internal static byte[] Tiff(int pages = 1)
    {
        var b = new MemoryStream();
        void Put(long value, int bytes) { for (var i = 0; i < bytes; i++) b.WriteByte((byte)(value >> 8 * i & 0xFF)); }
        b.Write("II*\0"u8);
        Put(8, 4);
        for (var page = 0; page < pages; page++)
        {
            (int Tag, int Value)[] tags = [(256, 4), (257, 3), (258, 8), (259, 1), (262, 1), (273, (int)b.Position + 2 + 9 * 12 + 4), (277, 1), (278, 3), (279, 12)];
            Put(tags.Length, 2);
            foreach (var (tag, value) in tags) { Put(tag, 2); Put(4, 2); Put(1, 4); Put(value, 4); }
            Put(page + 1 < pages ? b.Position + 4 + 12 : 0, 4);
            for (var i = 0; i < 12; i++) b.WriteByte((byte)(i * 20));
        }
        return b.ToArray();
    }

    internal static byte[] Webp() => Convert(Png(), ".webp");

    /// <summary>Only the picture's own chunk: what the converter adds beside it is left out.</summary>
    internal static byte[] BareWebp()
    {
        var whole = Webp();
        var at = whole.AsSpan().IndexOf("VP8 "u8);
        var size = BinaryPrimitives.ReadInt32LittleEndian(whole.AsSpan(at + 4));
        var output = new byte[12 + 8 + size + (size & 1)];
        "RIFF"u8.CopyTo(output);
        BinaryPrimitives.WriteInt32LittleEndian(output.AsSpan(4), output.Length - 8);
        "WEBP"u8.CopyTo(output.AsSpan(8));
        whole.AsSpan(at, 8 + size).CopyTo(output.AsSpan(12));
        return output;
    }

    internal static byte[] Bmp(int width = 4, int height = 3)
    {
        var stride = (width * 3 + 3) / 4 * 4;
        var b = new byte[54 + stride * height];
        (b[0], b[1]) = ((byte)'B', (byte)'M');
        BinaryPrimitives.WriteInt32LittleEndian(b.AsSpan(2), b.Length);
        BinaryPrimitives.WriteInt32LittleEndian(b.AsSpan(10), 54);
        BinaryPrimitives.WriteInt32LittleEndian(b.AsSpan(14), 40);
        BinaryPrimitives.WriteInt32LittleEndian(b.AsSpan(18), width);
        BinaryPrimitives.WriteInt32LittleEndian(b.AsSpan(22), height);
        (b[26], b[28]) = (1, 24);
        for (var i = 54; i < b.Length; i++) b[i] = (byte)(i * 7 & 0xFF);
        return b;
    }

    /// <summary>A JPEG with an Exif segment that carries this text.</summary>
    internal static byte[] JpegWithExif(string text)
    {
        var jpeg = Jpeg();
        var payload = Encoding.ASCII.GetBytes("Exif\0\0" + text);
        return [.. jpeg[..2], 0xFF, 0xE1, (byte)(payload.Length + 2 >> 8), (byte)(payload.Length + 2 & 0xFF), .. payload, .. jpeg[2..]];
    }

    private static void Chunk(MemoryStream output, string type, byte[] data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        output.Write(number);
        byte[] body = [.. Encoding.ASCII.GetBytes(type), .. data];
        output.Write(body);
        BinaryPrimitives.WriteUInt32BigEndian(number, SomeZip.Crc(body));
        output.Write(number);
    }

    private static byte[] Pixels(int width, int height)
    {
        var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            for (var y = 0; y < height; y++)
            {
                zlib.WriteByte(0);
                for (var x = 0; x < width * 3; x++) zlib.WriteByte((byte)(x * 11 + y * 5 & 0xFF));
            }
        return packed.ToArray();
    }

    internal static byte[] Convert(byte[] png, string format)
    {
        var start = new ProcessStartInfo("/usr/bin/vipsthumbnail") { RedirectStandardInput = true, RedirectStandardOutput = true };
        foreach (var a in (string[])["stdin", "--size", "16384x16384>", "-o", format]) start.ArgumentList.Add(a);
        using var process = Process.Start(start)!;
        process.StandardInput.BaseStream.Write(png);
        process.StandardInput.Close();
        var output = new MemoryStream();
        process.StandardOutput.BaseStream.CopyTo(output);
        process.WaitForExit();
        return output.Length > 0 ? output.ToArray() : throw new InvalidOperationException("vipsthumbnail made nothing of " + format);
    }
}
