using System.Buffers.Binary;

namespace Sekisho.Sanitizing.Identification;

/// <summary>Checks the headers of a BMP: size field, header length, pixel offset; palettes and pixels inside the file.</summary>
internal static class BmpWalk
{
    /// <summary>Compression 4 and 5 carry a JPEG or PNG inside and are not accepted (IM-05).</summary>
    internal static PictureShape? Read(byte[] b)
    {
        if (b.Length < 26 || b[0] != 'B' || b[1] != 'M') return null;
        var size = BinaryPrimitives.ReadUInt32LittleEndian(b.AsSpan(2));
        var pixels = BinaryPrimitives.ReadUInt32LittleEndian(b.AsSpan(10));
        var header = BinaryPrimitives.ReadUInt32LittleEndian(b.AsSpan(14));
        // Some writers leave the size zero; a size beyond the file is a lie, bytes beyond the size are a tail.
        if (size > b.Length || size != 0 && size <= pixels || header is not (12 or 40 or 52 or 56 or 64 or 108 or 124) || pixels < 14 + header || pixels >= b.Length) return null;
        if (header == 12) return Shape(BinaryPrimitives.ReadUInt16LittleEndian(b.AsSpan(18)), BinaryPrimitives.ReadUInt16LittleEndian(b.AsSpan(20)), size, b);
        if (b.Length < 54 || BinaryPrimitives.ReadUInt32LittleEndian(b.AsSpan(30)) is 4 or 5 or > 13) return null;
        long height = BinaryPrimitives.ReadInt32LittleEndian(b.AsSpan(22));
        return Shape(BinaryPrimitives.ReadInt32LittleEndian(b.AsSpan(18)), Math.Abs(height), size, b);
    }

    private static PictureShape? Shape(long width, long height, uint size, byte[] b) =>
        width is > 0 and <= int.MaxValue && height is > 0 and <= int.MaxValue ? new((int)width, (int)height, size == 0 ? b.Length : (int)size, 1) : null;
}
