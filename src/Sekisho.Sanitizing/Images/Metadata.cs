using System.Buffers.Binary;
using System.Text;
using Sekisho.Sanitizing.Identification;

namespace Sekisho.Sanitizing.Images;

/// <summary>Counts what a picture carried beside its pixels, only to name it in a finding: nothing of it is copied (IM-02, IM-03, IM-04).</summary>
internal static class Metadata
{
    // Chunks that say what the pixels are and how they are shown (ISO/IEC 15948, 11.2 and 11.3); their effect is in the pixels a decoder gives.
    private static readonly HashSet<string> Pixels = new(StringComparer.Ordinal) { "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "sBIT", "bKGD", "hIST", "pHYs", "acTL", "fcTL", "fdAT" };

    internal static IEnumerable<(string Rule, int Count)> Of(byte[] b, FileKind kind)
    {
        var (rule, count) = kind switch
        {
            FileKind.Jpeg => ("IM-02", JpegSegments(b)),
            FileKind.Png => ("IM-03", PngChunks(b)),
            FileKind.Gif => ("IM-04", GifExtensions(b)),
            FileKind.Webp => ("IM-07", WebpChunks(b)),
            _ => ("", 0),
        };
        if (count > 0) yield return (rule, count);
    }

    private static int JpegSegments(byte[] b)
    {
        var count = 0;
        for (var at = 2; at + 4 <= b.Length && b[at] == 0xFF && b[at + 1] != 0xDA; at += 2 + ((b[at + 2] << 8) | b[at + 3]))
            if (b[at + 1] is >= 0xE1 and <= 0xEF and not 0xEE or 0xFE) count++;
        return count;
    }

    private static int PngChunks(byte[] b)
    {
        var count = 0;
        for (var at = 8L; at + 12 <= b.Length;)
        {
            var type = b.AsSpan((int)at + 4, 4);
            if (!Pixels.Contains(Encoding.Latin1.GetString(type))) count++;
            at += 12L + BinaryPrimitives.ReadUInt32BigEndian(b.AsSpan((int)at));
        }
        return count;
    }

    private static int GifExtensions(byte[] b) => b.AsSpan().Count((byte[])[0x21, 0xFE]) + b.AsSpan().Count((byte[])[0x21, 0x01]) + b.AsSpan().Count("XMP DataXMP"u8);

    private static int WebpChunks(byte[] b)
    {
        var count = 0;
        for (var at = 12L; at + 8 <= b.Length;)
        {
            var type = b.AsSpan((int)at, 4);
            if (type.SequenceEqual("EXIF"u8) || type.SequenceEqual("XMP "u8) || type.SequenceEqual("ICCP"u8)) count++;
            long size = BinaryPrimitives.ReadUInt32LittleEndian(b.AsSpan((int)at + 4));
            at += 8 + size + (size & 1);
        }
        return count;
    }
}
