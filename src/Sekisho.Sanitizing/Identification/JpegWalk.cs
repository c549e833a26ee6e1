namespace Sekisho.Sanitizing.Identification;

/// <summary>Walks the markers of a JPEG (ITU-T T.81 annex B) from SOI to EOI: exactly one frame header, lengths inside the file. A scan may be cut short.</summary>
internal static class JpegWalk
{
    private const int MaxJunk = 4_096;

    internal static PictureShape? Read(byte[] b)
    {
        if (b.Length < 4 || b[0] != 0xFF || b[1] != 0xD8) return null;
        int at = 2, width = 0, height = 0, frames = 0, scans = 0;
        while (NextMarker(b, ref at) is { } marker)
        {
            if (marker == 0xD9) return frames == 1 && scans > 0 ? new(width, height, at, 1) : null;
            if (marker is 0x01 or >= 0xD0 and <= 0xD8) return null;
            if (at + 2 > b.Length) return null;
            var length = (b[at] << 8) | b[at + 1];
            if (length < 2 || at + length > b.Length) return null;
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                if (length < 8) return null;
                (frames, height, width) = (frames + 1, (b[at + 3] << 8) | b[at + 4], (b[at + 5] << 8) | b[at + 6]);
            }
            at += length;
            if (marker != 0xDA) continue;
            if (frames != 1 || ++scans > 200) return null;
            if (!SkipScan(b, ref at)) return new(width, height, b.Length, 1) { IsCut = true };
        }
        return null;
    }

    private static int? NextMarker(byte[] b, ref int at)
    {
        // Cameras leave bytes between segments; decoders pass over them (T.81 B.1.1.2 allows fill bytes only).
        var from = at;
        while (at < b.Length && b[at] != 0xFF && at - from < MaxJunk) at++;
        if (at >= b.Length || b[at] != 0xFF) return null;
        while (at < b.Length && b[at] == 0xFF) at++;
        return at < b.Length ? b[at++] : null;
    }

    /// <summary>Entropy-coded bytes end at the first marker that is neither a stuffed zero nor a restart.</summary>
    private static bool SkipScan(byte[] b, ref int at)
    {
        for (; at + 1 < b.Length; at++)
            if (b[at] == 0xFF && b[at + 1] is not (0 or >= 0xD0 and <= 0xD7 or 0xFF)) return true;
        return false;
    }
}
