using System.Buffers.Binary;
using System.IO.Compression;
using Sekisho.Kernel;
using Sekisho.Sanitizing.Containers;
using Sekisho.Sanitizing.Identification;

namespace Sekisho.Sanitizing.Images;

/// <summary>
/// Reads the PNG a one-shot decoder wrote, down to pixels: the decoder may have been taken over by its input, so only samples cross.
/// Knows what libvips writes: grey or RGB, with or without alpha, 8 or 16 bits, not interlaced.
/// </summary>
internal static class PngDecoder
{
    internal static PixelBuffer Decode(byte[] b, SanitiseLimits limits, string place)
    {
        var shape = PngWalk.Read(b) ?? throw Wrong(place);
        if (shape.IsCut || shape.End != b.Length || shape.Width > limits.Side || shape.Height > limits.Side || (long)shape.Width * shape.Height > limits.Pixels) throw Wrong(place);
        int depth = b[24], bands = b[25] switch { 0 => 1, 2 => 3, 4 => 2, 6 => 4, _ => throw Wrong(place) };
        if (depth is not (8 or 16) || b[26] != 0 || b[27] != 0 || b[28] != 0) throw Wrong(place);
        var step = bands * depth / 8;
        var raw = Inflate(b, checked((long)shape.Height * (1 + (long)shape.Width * step)), place);
        Unfilter(raw, shape.Height, shape.Width * step, step, place);
        return new(shape.Width, shape.Height, bands, Samples(raw, shape, bands, depth));
    }

    private static byte[] Inflate(byte[] b, long size, string place)
    {
        if (size > Array.MaxLength) throw Wrong(place);
        var packed = new MemoryStream();
        for (var at = 8; at + 12 <= b.Length;)
        {
            var length = (int)BinaryPrimitives.ReadUInt32BigEndian(b.AsSpan(at));
            if (b.AsSpan(at + 4, 4).SequenceEqual("IDAT"u8)) packed.Write(b, at + 8, length);
            at += 12 + length;
        }
        packed.Position = 0;
        var raw = new byte[(int)size];
        try
        {
            using var zlib = new ZLibStream(packed, CompressionMode.Decompress);
            if (zlib.ReadAtLeast(raw, raw.Length, throwOnEndOfStream: false) != raw.Length || zlib.ReadByte() != -1) throw Wrong(place);
        }
        catch (InvalidDataException) { throw Wrong(place); }
        return raw;
    }

    private static void Unfilter(byte[] raw, int height, int stride, int step, string place)
    {
        for (var y = 0; y < height; y++)
        {
            var start = y * (stride + 1);
            var row = raw.AsSpan(start + 1, stride);
            var above = y == 0 ? default : raw.AsSpan(start - stride, stride);
            switch (raw[start])
            {
                case 0: break;
                case 1: for (var i = step; i < stride; i++) row[i] = unchecked((byte)(row[i] + row[i - step])); break;
                case 2: for (var i = 0; i < stride; i++) row[i] = unchecked((byte)(row[i] + At(above, i))); break;
                case 3: for (var i = 0; i < stride; i++) row[i] = unchecked((byte)(row[i] + ((i >= step ? row[i - step] : 0) + At(above, i)) / 2)); break;
                case 4: for (var i = 0; i < stride; i++) row[i] = unchecked((byte)(row[i] + Paeth(i >= step ? row[i - step] : 0, At(above, i), i >= step ? At(above, i - step) : 0))); break;
                default: throw Wrong(place);
            }
        }
    }

    private static int At(ReadOnlySpan<byte> above, int i) => above.IsEmpty ? 0 : above[i];

    private static int Paeth(int a, int b, int c)
    {
        int p = a + b - c, pa = Math.Abs(p - a), pb = Math.Abs(p - b), pc = Math.Abs(p - c);
        return pa <= pb && pa <= pc ? a : pb <= pc ? b : c;
    }

    private static byte[] Samples(byte[] raw, PictureShape shape, int bands, int depth)
    {
        var width = shape.Width * bands;
        var bytes = depth / 8;
        var samples = new byte[checked(width * shape.Height)];
        for (var y = 0; y < shape.Height; y++)
        {
            var row = raw.AsSpan(y * (width * bytes + 1) + 1, width * bytes);
            if (bytes == 1) row.CopyTo(samples.AsSpan(y * width));
            else for (var i = 0; i < width; i++) samples[y * width + i] = row[i * 2];
        }
        return samples;
    }

    private static FileStop Wrong(string place) => new("E1", Outcome.Blocked, place, new Dictionary<string, string> { ["fault"] = "pixels" });
}
