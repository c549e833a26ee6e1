namespace Sekisho.Sanitizing.Identification;

/// <summary>Walks the blocks of a GIF (GIF89a specification) to its trailer.</summary>
internal static class GifWalk
{
    internal static PictureShape? Read(byte[] b)
    {
        if (b.Length < 14 || !(b.AsSpan().StartsWith("GIF87a"u8) || b.AsSpan().StartsWith("GIF89a"u8))) return null;
        int width = b[6] | (b[7] << 8), height = b[8] | (b[9] << 8), frames = 0;
        var at = 13 + Table(b[10]);
        while (at < b.Length)
            switch (b[at++])
            {
                case 0x3B:
                    return frames > 0 ? new(width, height, at, frames) : null;
                case 0x21:
                    at++;
                    if (!SkipBlocks(b, ref at)) return null;
                    break;
                case 0x2C:
                    if (at + 9 >= b.Length) return null;
                    frames++;
                    width = Math.Max(width, (b[at] | (b[at + 1] << 8)) + (b[at + 4] | (b[at + 5] << 8)));
                    height = Math.Max(height, (b[at + 2] | (b[at + 3] << 8)) + (b[at + 6] | (b[at + 7] << 8)));
                    at += 9 + Table(b[at + 8]) + 1;
                    if (!SkipBlocks(b, ref at)) return new(width, height, b.Length, frames) { IsCut = true };
                    break;
                default:
                    return null;
            }
        // Without the trailer, whole pictures are there all the same.
        return frames > 0 ? new(width, height, b.Length, frames) { IsCut = true } : null;
    }

    private static int Table(byte flags) => (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);

    private static bool SkipBlocks(byte[] b, ref int at)
    {
        while (at < b.Length)
        {
            var size = b[at];
            at += size + 1;
            if (size == 0) return at <= b.Length;
        }
        return false;
    }
}
