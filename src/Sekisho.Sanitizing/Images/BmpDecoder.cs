using System.Buffers.Binary;

namespace Sekisho.Sanitizing.Images;

/// <summary>Decodes BMP (1, 4, 8, 16, 24, 32 bits, bit fields, run lengths of 4 and 8 bits) to RGB. Null for what does not fit (IM-05).</summary>
internal static class BmpDecoder
{
    internal static PixelBuffer? Decode(byte[] b)
    {
        var pixels = U32(b, 10);
        var header = U32(b, 14);
        var old = header == 12;
        int width = old ? U16(b, 18) : I32(b, 18), height = old ? U16(b, 20) : I32(b, 22), bits = old ? U16(b, 24) : U16(b, 28);
        var compression = old ? 0 : U32(b, 30);
        if (compression is 1 or 2 && bits == (compression == 1 ? 8 : 4) && height > 0) return Runs(b, (int)Math.Min(pixels, int.MaxValue), (int)header, width, height, bits);
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

    /// <summary>Run lengths ([MS-WMF] 3.1.6): pixels outside the picture are left out, pixels never named have colour 0.</summary>
    private static PixelBuffer? Runs(byte[] b, int at, int header, int width, int height, int bits)
    {
        var palette = Palette(b, header, false, bits, at);
        if (palette.Length == 0) return null;
        var indexes = new byte[checked(width * height)];
        int x = 0, y = 0;
        void Put(int value)
        {
            if (x < width && y < height && value < palette.Length) indexes[(height - 1 - y) * width + x] = (byte)value;
            x++;
        }
        int Nibble(int from, int n) => bits == 8 ? b[from + n] : b[from + n / 2] >> (n % 2 == 0 ? 4 : 0) & 15;
        while (at + 2 <= b.Length && y < height)
        {
            int count = b[at], value = b[at + 1];
            at += 2;
            if (count > 0) for (var n = 0; n < count; n++) Put(bits == 8 ? value : value >> (n % 2 == 0 ? 4 : 0) & 15);
            else if (value == 0) (x, y) = (0, y + 1);
            else if (value == 1) break;
            else if (value == 2)
            {
                if (at + 2 > b.Length) return null;
                (x, y, at) = (x + b[at], y + b[at + 1], at + 2);
            }
            else
            {
                var length = bits == 8 ? value : (value + 1) / 2;
                if (at + length > b.Length) return null;
                for (var n = 0; n < value; n++) Put(Nibble(at, n));
                at += length + (length & 1);
            }
        }
        var rgb = new byte[checked(indexes.Length * 3)];
        for (var i = 0; i < indexes.Length; i++) palette[indexes[i]].CopyTo(rgb, i * 3);
        return new(width, height, 3, rgb);
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
