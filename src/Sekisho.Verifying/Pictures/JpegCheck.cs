namespace Sekisho.Verifying.Pictures;

/// <summary>A JPEG of ours: JFIF header, tables, one baseline or progressive frame, scans, end. No other application segment, no comment, nothing behind.</summary>
internal static class JpegCheck
{
    internal static void Run(byte[] b, string place, Report report)
    {
        if (b.Length < 20 || b[0] != 0xFF || b[1] != 0xD8) throw new Refused(place + ":jpeg");
        var at = 2;
        var frames = 0;
        while (true)
        {
            if (b[at] != 0xFF) throw new Refused(place + ":marker");
            var marker = b[at + 1];
            at += 2;
            if (marker == 0xD9) break;
            var length = b[at] << 8 | b[at + 1];
            if (length < 2) throw new Refused(place + ":length");
            if (marker is 0xC0 or 0xC1 or 0xC2) frames++;
            else if (marker is not (0xC4 or 0xDA or 0xDB or 0xDD)) Segment(b, at, marker, length, place, report);
            at += length;
            if (marker != 0xDA) continue;
            while (!(b[at] == 0xFF && b[at + 1] is not (0 or >= 0xD0 and <= 0xD7))) at++;
        }
        if (frames != 1) report.Add("frames", place);
        if (at != b.Length) report.Add("trailing", place);
    }

    private static void Segment(byte[] b, int at, byte marker, int length, string place, Report report)
    {
        // JFIF without thumbnail (16 bytes) and the 14-byte colour note of libjpeg are all a metadata-free encoder writes.
        if (marker == 0xE0 && length == 16 && b.AsSpan(at + 2, 5).SequenceEqual("JFIF\0"u8)) return;
        if (marker == 0xEE && length == 14 && b.AsSpan(at + 2, 5).SequenceEqual("Adobe"u8)) return;
        report.Add("segment:" + marker.ToString("X2", System.Globalization.CultureInfo.InvariantCulture), place);
    }
}
