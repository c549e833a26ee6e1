using System.Buffers.Binary;
using System.IO.Compression;
using Sekisho.Sanitizing.Containers;
using Sekisho.Sanitizing.Identification;

namespace Sekisho.Sanitizing.Images;

/// <summary>Writes pixels as PNG with three kinds of chunk only: IHDR, IDAT, IEND. 8 bits, not interlaced, filter Up on every row but the first.</summary>
internal static class PngEncoder
{
    internal static byte[] Encode(PixelBuffer p)
    {
        var output = new MemoryStream();
        output.Write(PngWalk.Magic);
        Span<byte> header = stackalloc byte[13];
        header.Clear();
        BinaryPrimitives.WriteInt32BigEndian(header, p.Width);
        BinaryPrimitives.WriteInt32BigEndian(header[4..], p.Height);
        header[8] = 8;
        header[9] = p.Bands switch { 1 => 0, 2 => 4, 3 => 2, _ => 6 };
        Chunk(output, "IHDR"u8, header);
        // Packed where it stands: a large picture is not held a second and third time.
        var data = (int)output.Position;
        output.Write("\0\0\0\0IDAT"u8);
        Pack(p, output);
        var chunk = output.GetBuffer().AsSpan(data, (int)output.Position - data);
        BinaryPrimitives.WriteInt32BigEndian(chunk, chunk.Length - 8);
        Span<byte> sum = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(sum, Crc32.Of(chunk[4..]));
        output.Write(sum);
        Chunk(output, "IEND"u8, []);
        return output.ToArray();
    }

    private static void Pack(PixelBuffer p, MemoryStream packed)
    {
        using var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true);
        var stride = p.Width * p.Bands;
        var row = new byte[stride + 1];
        var samples = p.Samples.Span;
        for (var y = 0; y < p.Height; y++)
        {
            var now = samples.Slice(y * stride, stride);
            row[0] = (byte)(y == 0 ? 0 : 2);
            if (y == 0) now.CopyTo(row.AsSpan(1));
            else Subtract(now, samples.Slice((y - 1) * stride, stride), row.AsSpan(1));
            zlib.Write(row);
        }
    }

    private static void Subtract(ReadOnlySpan<byte> now, ReadOnlySpan<byte> above, Span<byte> row)
    {
        for (var i = 0; i < now.Length; i++) row[i] = unchecked((byte)(now[i] - above[i]));
    }

    private static void Chunk(MemoryStream output, ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        output.Write(number);
        output.Write(type);
        output.Write(data);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc32.Append(Crc32.Of(type), data));
        output.Write(number);
    }
}
