using System.Buffers.Binary;
using System.IO.Compression;
using Sekisho.Kernel;
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
        var rows = Rows(b, shape, bands * depth) ?? throw Wrong(place);
        return new(shape.Width, shape.Height, bands, Samples(rows, shape.Height, shape.Width * bands, depth / 8));
    }

    /// <summary>The rows with their filters undone (ISO/IEC 15948, 9), each behind the byte of its filter; null when the data is not exactly this picture.</summary>
    /// <param name="bits">Bits of one pixel.</param>
    internal static byte[]? Rows(byte[] b, PictureShape shape, int bits)
    {
        var stride = ((long)shape.Width * bits + 7) / 8;
        var raw = Inflate(b, checked(shape.Height * (1 + stride)));
        return raw is not null && Unfilter(raw, shape.Height, (int)stride, Math.Max(1, bits / 8)) ? raw : null;
    }

    /// <summary>Whole bytes of samples moved together in place: large pictures are held once. Of two bytes the first stays.</summary>
    internal static ReadOnlyMemory<byte> Samples(byte[] rows, int height, int width, int bytes)
    {
        for (var y = 0; y < height; y++)
        {
            var row = rows.AsSpan(y * (width * bytes + 1) + 1, width * bytes);
            var to = rows.AsSpan(y * width, width);
            if (bytes == 1) row.CopyTo(to);
            else for (var i = 0; i < width; i++) to[i] = row[i * 2];
        }
        return rows.AsMemory(0, width * height);
    }

    private static byte[]? Inflate(byte[] b, long size)
    {
        if (size > Array.MaxLength) return null;
        var raw = new byte[(int)size];
        try
        {
            using var zlib = new ZLibStream(Packed(b), CompressionMode.Decompress);
            return zlib.ReadAtLeast(raw, raw.Length, throwOnEndOfStream: false) == raw.Length && zlib.ReadByte() == -1 ? raw : null;
        }
        catch (InvalidDataException) { return null; }
    }

    /// <summary>The data of all IDAT chunks; of a single one, where it lies.</summary>
    private static MemoryStream Packed(byte[] b)
    {
        MemoryStream? packed = null;
        (int At, int Length)? only = null;
        for (var at = 8; at + 12 <= b.Length;)
        {
            var length = (int)BinaryPrimitives.ReadUInt32BigEndian(b.AsSpan(at));
            if (b.AsSpan(at + 4, 4).SequenceEqual("IDAT"u8))
            {
                if (only is { } first && packed is null)
                {
                    packed = new MemoryStream();
                    packed.Write(b, first.At, first.Length);
                }
                only ??= (at + 8, length);
                packed?.Write(b, at + 8, length);
            }
            at += 12 + length;
        }
        if (packed is null) return new(b, only?.At ?? 0, only?.Length ?? 0);
        packed.Position = 0;
        return packed;
    }

    private static bool Unfilter(byte[] raw, int height, int stride, int step)
    {
        ReadOnlySpan<byte> above = new byte[stride];
        for (var y = 0; y < height; y++)
        {
            var row = raw.AsSpan(y * (stride + 1) + 1, stride);
            switch (raw[y * (stride + 1)])
            {
                case 0: break;
                case 1: for (var i = step; i < row.Length; i++) row[i] = unchecked((byte)(row[i] + row[i - step])); break;
                case 2: for (var i = 0; i < row.Length; i++) row[i] = unchecked((byte)(row[i] + above[i])); break;
                case 3: for (var i = 0; i < row.Length; i++) row[i] = unchecked((byte)(row[i] + ((i >= step ? row[i - step] : 0) + above[i]) / 2)); break;
                case 4: Paeth(row, above, step); break;
                default: return false;
            }
            above = row;
        }
        return true;
    }

    private static void Paeth(Span<byte> row, ReadOnlySpan<byte> above, int step)
    {
        unchecked
        {
            for (var i = 0; i < Math.Min(step, row.Length); i++) row[i] += above[i];
            for (var i = step; i < row.Length; i++)
            {
                int a = row[i - step], b = above[i], c = above[i - step], pa = Math.Abs(b - c), pb = Math.Abs(a - c), pc = Math.Abs(a + b - c - c);
                row[i] += (byte)(pa <= pb && pa <= pc ? a : pb <= pc ? b : c);
            }
        }
    }

    private static FileStop Wrong(string place) => new("E1", Outcome.Blocked, place, new Dictionary<string, string> { ["fault"] = "pixels" });
}
