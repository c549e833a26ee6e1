using System.Buffers.Binary;
using Sekisho.Sanitizing.Containers;

namespace Sekisho.Sanitizing.Identification;

/// <summary>Walks the chunks of a PNG (ISO/IEC 15948): IHDR first and once, checksums right, IEND last. The pixels may be cut short.</summary>
internal static class PngWalk
{
    internal static readonly byte[] Magic = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    internal static PictureShape? Read(byte[] b)
    {
        if (!b.AsSpan().StartsWith(Magic)) return null;
        int at = 8, width = 0, height = 0, frames = 1, data = 0;
        for (var n = 0; at + 12 <= b.Length; n++)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(b.AsSpan(at));
            var type = b.AsSpan(at + 4, 4);
            if (length > b.Length - at - 12) return width > 0 && type.SequenceEqual("IDAT"u8) ? new(width, height, b.Length, 1) { IsCut = true } : null;
            var size = (int)length;
            if (Crc32.Of(b.AsSpan(at + 4, size + 4)) != BinaryPrimitives.ReadUInt32BigEndian(b.AsSpan(at + 8 + size))) return null;
            if (n == 0 != type.SequenceEqual("IHDR"u8)) return null;
            if (n == 0)
            {
                if (size != 13) return null;
                uint w = BinaryPrimitives.ReadUInt32BigEndian(b.AsSpan(at + 8)), h = BinaryPrimitives.ReadUInt32BigEndian(b.AsSpan(at + 12));
                if (w is 0 or > int.MaxValue || h is 0 or > int.MaxValue) return null;
                (width, height) = ((int)w, (int)h);
            }
            if (type.SequenceEqual("IDAT"u8)) data++;
            if (type.SequenceEqual("acTL"u8) && size == 8) frames = (int)Math.Min(int.MaxValue, BinaryPrimitives.ReadUInt32BigEndian(b.AsSpan(at + 8)));
            at += 12 + size;
            if (type.SequenceEqual("IEND"u8)) return size == 0 && data > 0 ? new(width, height, at, Math.Max(1, frames)) : null;
        }
        return null;
    }
}
