using System.Buffers.Binary;

namespace Sekisho.Sanitizing.Identification;

/// <summary>Follows the directory chain of a classic TIFF 6.0: acyclic, inside the file, every page with a size. BigTIFF is not accepted.</summary>
internal static class TiffWalk
{
    private const int MaxPages = 500;

    internal static PictureShape? Read(byte[] b)
    {
        if (b.Length < 8) return null;
        var little = b.AsSpan().StartsWith("II*\0"u8);
        if (!little && !b.AsSpan().StartsWith("MM\0*"u8)) return null;
        var seen = new HashSet<uint>();
        var pages = new List<TiffPage>();
        var at = U32(b, 4, little);
        while (at != 0)
        {
            if (!seen.Add(at) || seen.Count > MaxPages || at + 2L > b.Length) return null;
            var count = U16(b, (int)at, little);
            var end = at + 2L + count * 12L;
            if (count == 0 || end + 4 > b.Length) return null;
            var tags = new Dictionary<int, double>();
            for (var n = 0; n < count; n++) Tag(b, (int)at + 2 + n * 12, little, tags);
            int width = Size(tags, 256), height = Size(tags, 257);
            if (width == 0 || height == 0) return null;
            var inches = tags.GetValueOrDefault(296, 2) switch { 2 => 1.0, 3 => 2.54, _ => 0 };
            // Bit 0 of NewSubfileType: a small copy of another page.
            if (pages.Count == 0 || ((long)tags.GetValueOrDefault(254) & 1) == 0) pages.Add(new(at, width, height, tags.GetValueOrDefault(282) * inches, tags.GetValueOrDefault(283) * inches));
            at = U32(b, (int)end, little);
        }
        return pages.Count == 0 ? null : new(pages.Max(p => p.Width), pages.Max(p => p.Height), b.Length, pages.Count) { Pages = pages };
    }

    /// <summary>The same file as if it had only this page.</summary>
    internal static byte[] Only(byte[] b, TiffPage page)
    {
        var little = b[0] == 'I';
        var one = b.ToArray();
        Span<byte> place = one.AsSpan(4, 4);
        if (little) BinaryPrimitives.WriteUInt32LittleEndian(place, page.At);
        else BinaryPrimitives.WriteUInt32BigEndian(place, page.At);
        one.AsSpan((int)page.At + 2 + U16(b, (int)page.At, little) * 12, 4).Clear();
        return one;
    }

    private static int Size(Dictionary<int, double> tags, int tag) => tags.GetValueOrDefault(tag) is > 0 and <= int.MaxValue and var size ? (int)size : 0;

    /// <summary>The numbers this walk needs: NewSubfileType, sizes, resolution (a fraction elsewhere in the file) and its unit.</summary>
    private static void Tag(byte[] b, int entry, bool little, Dictionary<int, double> tags)
    {
        var tag = U16(b, entry, little);
        if (tag is not (254 or 256 or 257 or 282 or 283 or 296)) return;
        var value = U32(b, entry + 8, little);
        tags[tag] = U16(b, entry + 2, little) switch
        {
            3 => U16(b, entry + 8, little),
            5 => value + 8L <= b.Length && U32(b, (int)value + 4, little) is > 0 and var below ? (double)U32(b, (int)value, little) / below : 0,
            _ => value,
        };
    }

    private static ushort U16(byte[] b, int at, bool little) => little ? BinaryPrimitives.ReadUInt16LittleEndian(b.AsSpan(at)) : BinaryPrimitives.ReadUInt16BigEndian(b.AsSpan(at));
    private static uint U32(byte[] b, int at, bool little) => little ? BinaryPrimitives.ReadUInt32LittleEndian(b.AsSpan(at)) : BinaryPrimitives.ReadUInt32BigEndian(b.AsSpan(at));
}
