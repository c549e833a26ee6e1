using System.Buffers.Binary;

namespace Sekisho.Sanitizing.Images;

/// <summary>Decodes uncompressed BMP (1, 4, 8, 16, 24, 32 bits, bit fields) to RGB. Run-length coded ones give null: they are not accepted (IM-05, RLE overrun).</summary>
internal static class BmpDecoder
{
    internal static PixelBuffer? Decode(byte[] b)
    {
        var pixels = U32(b, 10);
        var header = U32(b, 14);
        var old = header == 12;
        int width = old ? U16(b, 18) : I32(b, 18), height = old ? U16(b, 20) : I32(b, 22), bits = old ? U16(b, 24) : U16(b, 28);
        var compression = old ? 0 : U32(b, 30);
        if (compression is not (0 or 3 or 6) || compression == 3 && bits is not (16 or 32)) return null;
        var topDown = height < 0;
        if (height == int.MinValue) return null;
        height = Math.Abs(height);
        var stride = ((long)width * bits + 31) / 32 * 4;
        if (bits is not (1 or 4 or 8 or 16 or 24 or 32) || pixels + stride * height > b.Length) return null;
        var palette = bits <= 8 ? Palette(b, (int)header, old, bits, (int)pixels) : [];
        var masks = Masks(b, (int)header, compression, bits);
        var output = new byte[checked(width * height * 3)];
        for (var y = 0; y < height; y++)
        {
            var row = b.AsSpan((int)(pixels + stride * (topDown ? y : height - 1 - y)), (int)stride);
            for (var x = 0; x < width; x++)
                if (!Pixel(row, x, bits, palette, masks, output.AsSpan((y * width + x) * 3))) return null;
        }
        return new(width, height, 3, output);
    }

    private static bool Pixel(ReadOnlySpan<byte> row, int x, int bits, byte[][] palette, uint[] masks, Span<byte> rgb)
    {
        if (bits <= 8)
        {
            var perByte = 8 / bits;
            var index = (row[x / perByte] >> (8 - bits - x % perByte * bits)) & ((1 << bits) - 1);
            if (index >= palette.Length) return false;
            palette[index].CopyTo(rgb);
            return true;
        }
        if (bits == 24)
        {
            (rgb[0], rgb[1], rgb[2]) = (row[x * 3 + 2], row[x * 3 + 1], row[x * 3]);
            return true;
        }
        var value = bits == 16 ? BinaryPrimitives.ReadUInt16LittleEndian(row[(x * 2)..]) : BinaryPrimitives.ReadUInt32LittleEndian(row[(x * 4)..]);
        for (var c = 0; c < 3; c++) rgb[c] = Channel(value, masks[c]);
        return true;
    }

    private static byte Channel(uint value, uint mask)
    {
        if (mask == 0) return 0;
        var shift = System.Numerics.BitOperations.TrailingZeroCount(mask);
        var max = mask >> shift;
        return (byte)((ulong)((value & mask) >> shift) * 255 / max);
    }

    private static uint[] Masks(byte[] b, int header, uint compression, int bits)
    {
        if (compression is 3 or 6 && b.Length >= 66) return [U32(b, 54), U32(b, 58), U32(b, 62)];
        return bits == 16 ? [0x7C00, 0x3E0, 0x1F] : [0xFF0000, 0xFF00, 0xFF];
    }

    private static byte[][] Palette(byte[] b, int header, bool old, int bits, int pixels)
    {
        var start = 14 + header;
        var size = old ? 3 : 4;
        var used = old ? 0 : (int)Math.Min(256, U32(b, 46));
        var count = Math.Min(used == 0 ? 1 << bits : used, Math.Max(0, (pixels - start) / size));
        return [.. Enumerable.Range(0, count).Select(i => new[] { b[start + i * size + 2], b[start + i * size + 1], b[start + i * size] })];
    }

    private static int U16(byte[] b, int at) => BinaryPrimitives.ReadUInt16LittleEndian(b.AsSpan(at));
    private static uint U32(byte[] b, int at) => BinaryPrimitives.ReadUInt32LittleEndian(b.AsSpan(at));
    private static int I32(byte[] b, int at) => BinaryPrimitives.ReadInt32LittleEndian(b.AsSpan(at));
}
