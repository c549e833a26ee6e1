using System.Buffers.Binary;
using Sekisho.Kernel;
using Sekisho.Kernel.Workers;
using Sekisho.Sanitizing.Identification;

namespace Sekisho.Sanitizing.Images;

/// <summary>IM-12: an icon or cursor is a list of small pictures, PNG or the inside of a BMP with a mask below it. The largest is decoded and becomes a PNG.</summary>
internal static class IconFile
{
    private const int MaxPictures = 256, HeaderLength = 6, EntryLength = 16, DibHeader = 40;

    internal static (byte[] Output, FileKind Written) Rebuild(byte[] b, FileContext context, string place, FindingLog log)
    {
        if (Largest(b) is not { } best) throw Stop(place);
        var pixels = best.AsSpan().StartsWith(PngWalk.Magic) ? Packed(best, context, place) : Bitmap(best) ?? throw Stop(place);
        context.Budget.Expand((long)pixels.Width * pixels.Height * 4, place);
        log.Add("IM-12", FindingAction.Rewritten, place);
        return (PngEncoder.Encode(pixels), FileKind.Png);
    }

    private static byte[]? Largest(byte[] b)
    {
        byte[]? best = null;
        int count = b.Length < HeaderLength ? 0 : BinaryPrimitives.ReadUInt16LittleEndian(b.AsSpan(4)), most = 0;
        if (count > MaxPictures || HeaderLength + count * EntryLength > b.Length) return null;
        for (var i = 0; i < count; i++)
        {
            var entry = b.AsSpan(HeaderLength + i * EntryLength, EntryLength);
            int width = entry[0] == 0 ? 256 : entry[0], height = entry[1] == 0 ? 256 : entry[1];
            // Of two with one size the one with more colours.
            var size = width * height * 64 + entry[6];
            long length = BinaryPrimitives.ReadUInt32LittleEndian(entry[8..]), at = BinaryPrimitives.ReadUInt32LittleEndian(entry[12..]);
            if (at + length > b.Length || length <= DibHeader || size <= most) continue;
            (best, most) = (b[(int)at..(int)(at + length)], size);
        }
        return best;
    }

    private static PixelBuffer Packed(byte[] png, FileContext context, string place)
    {
        if (PngWalk.Read(png) is not { } shape || shape.Width > context.Limits.Side || shape.Height > context.Limits.Side || (long)shape.Width * shape.Height > context.Limits.Pixels) throw Stop(place);
        return PngDecoder.Decode(PictureFile.Run(NativeTool.ImageToPng, png, context, place), context.Limits, place);
    }

    /// <summary>A BMP without its file header, twice as high as it shows: below the colours one bit a pixel says what is see-through.</summary>
    private static PixelBuffer? Bitmap(byte[] dib)
    {
        int width = I32(dib, 4), height = I32(dib, 8) / 2, bits = BinaryPrimitives.ReadUInt16LittleEndian(dib.AsSpan(14));
        if (I32(dib, 0) != DibHeader || width is < 1 or > 256 || height is < 1 or > 256 || I32(dib, 16) != 0) return null;
        var used = I32(dib, 32) is > 0 and <= 256 and var said ? said : 1 << Math.Min(bits, 8);
        var colours = bits <= 8 ? used * 4 : 0;
        var bmp = new byte[14 + dib.Length];
        dib.CopyTo(bmp, 14);
        BinaryPrimitives.WriteInt32LittleEndian(bmp.AsSpan(10), 14 + DibHeader + colours);
        BinaryPrimitives.WriteInt32LittleEndian(bmp.AsSpan(22), height);
        if (BmpDecoder.Decode(bmp) is not { } flat) return null;
        var below = DibHeader + colours + (width * bits + 31) / 32 * 4 * height;
        var stride = (width + 31) / 32 * 4;
        var isMasked = below + stride * height <= dib.Length;
        var hasAlpha = bits == 32 && Enumerable.Range(0, width * height).Any(i => dib[DibHeader + i * 4 + 3] != 0);
        var rgba = new byte[width * height * 4];
        for (var y = 0; y < height; y++)
            for (var x = 0; x < width; x++)
            {
                var at = y * width + x;
                var row = height - 1 - y;
                flat.Samples.Span.Slice(at * 3, 3).CopyTo(rgba.AsSpan(at * 4));
                rgba[at * 4 + 3] = hasAlpha ? dib[DibHeader + (row * width + x) * 4 + 3] : isMasked && (dib[below + row * stride + x / 8] >> (7 - x % 8) & 1) == 1 ? (byte)0 : (byte)255;
            }
        return new(width, height, 4, rgba);
    }

    private static int I32(byte[] b, int at) => BinaryPrimitives.ReadInt32LittleEndian(b.AsSpan(at));

    private static FileStop Stop(string place) => new("IM-12", Outcome.Blocked, place);
}
