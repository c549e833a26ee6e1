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
        int width = 0, height = 0;
        var at = U32(b, 4, little);
        while (at != 0)
        {
            if (!seen.Add(at) || seen.Count > MaxPages || at + 2L > b.Length) return null;
            var count = U16(b, (int)at, little);
            var end = at + 2L + count * 12L;
            if (count == 0 || end + 4 > b.Length) return null;
            for (var n = 0; n < count; n++)
            {
                var entry = (int)at + 2 + n * 12;
                var tag = U16(b, entry, little);
                if (tag is not (256 or 257)) continue;
                var value = U16(b, entry + 2, little) == 3 ? U16(b, entry + 8, little) : U32(b, entry + 8, little);
                if (value > int.MaxValue) return null;
                if (tag == 256) width = Math.Max(width, (int)value);
                else height = Math.Max(height, (int)value);
            }
            at = U32(b, (int)end, little);
        }
        return width > 0 && height > 0 ? new(width, height, b.Length, seen.Count) : null;
    }

    private static ushort U16(byte[] b, int at, bool little) => little ? BinaryPrimitives.ReadUInt16LittleEndian(b.AsSpan(at)) : BinaryPrimitives.ReadUInt16BigEndian(b.AsSpan(at));
    private static uint U32(byte[] b, int at, bool little) => little ? BinaryPrimitives.ReadUInt32LittleEndian(b.AsSpan(at)) : BinaryPrimitives.ReadUInt32BigEndian(b.AsSpan(at));
}
