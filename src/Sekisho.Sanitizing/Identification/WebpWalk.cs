using System.Buffers.Binary;

namespace Sekisho.Sanitizing.Identification;

/// <summary>Walks the chunks of a WebP: the RIFF size fits the file, a picture chunk is there with its size.</summary>
internal static class WebpWalk
{
    internal static PictureShape? Read(byte[] b)
    {
        if (b.Length < 20 || !b.AsSpan().StartsWith("RIFF"u8) || !b.AsSpan(8).StartsWith("WEBP"u8)) return null;
        var end = 8L + BinaryPrimitives.ReadUInt32LittleEndian(b.AsSpan(4));
        if (end > b.Length) return null;
        int width = 0, height = 0, frames = 0;
        var at = 12L;
        while (at + 8 <= end)
        {
            var type = b.AsSpan((int)at, 4);
            long size = BinaryPrimitives.ReadUInt32LittleEndian(b.AsSpan((int)at + 4));
            if (at + 8 + size > end) return null;
            var body = b.AsSpan((int)at + 8, (int)size);
            if (type.SequenceEqual("VP8X"u8) && size >= 10) (width, height) = (1 + U24(body[4..]), 1 + U24(body[7..]));
            if (type.SequenceEqual("VP8 "u8) && size >= 10 && width == 0) (width, height) = ((body[6] | (body[7] << 8)) & 0x3FFF, (body[8] | (body[9] << 8)) & 0x3FFF);
            if (type.SequenceEqual("VP8L"u8) && size >= 5 && width == 0) (width, height) = Lossless(body);
            if (type.SequenceEqual("VP8 "u8) || type.SequenceEqual("VP8L"u8) || type.SequenceEqual("ANMF"u8)) frames++;
            at += 8 + size + (size & 1);
        }
        return frames > 0 && width > 0 && height > 0 ? new(width, height, (int)Math.Min(b.Length, end + (end & 1)), frames) : null;
    }

    private static (int Width, int Height) Lossless(ReadOnlySpan<byte> body)
    {
        var bits = BinaryPrimitives.ReadUInt32LittleEndian(body[1..]);
        return (1 + (int)(bits & 0x3FFF), 1 + (int)((bits >> 14) & 0x3FFF));
    }

    private static int U24(ReadOnlySpan<byte> b) => b[0] | (b[1] << 8) | (b[2] << 16);
}
