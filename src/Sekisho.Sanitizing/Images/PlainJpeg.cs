using System.Buffers.Binary;
using Sekisho.Sanitizing.Identification;

namespace Sekisho.Sanitizing.Images;

/// <summary>
/// A stranger's JPEG through its pixels into a new one at quality 90, by managed code alone (decision 0018): every block is brought down to samples of 8 bits and coded anew, what
/// lies beyond the picture's edge is overwritten, brightness and colour stay sampled as they were. Null for what is rare or not whole (other colours than grey and YCbCr, turned by
/// Exif, damaged): there the native decoder has the word.
/// </summary>
internal static class PlainJpeg
{
    internal static byte[]? Rebuild(byte[] b, PictureShape shape, SanitiseLimits limits)
    {
        if (IsTurned(b) || JpegReader.Read(b, limits.Pixels) is not { IsDamaged: false } model || model.Width != shape.Width || model.Height != shape.Height || !IsUsual(model)) return null;
        var components = new List<JpegComponent>();
        foreach (var c in model.Components)
        {
            var to = new JpegComponent(components.Count + 1, c.H, c.V, components.Count == 0 ? 0 : 1) { Stride = c.Stride, Across = c.Across, Down = c.Down, Blocks = c.Blocks };
            JpegSamples.Recode(c, Sampled(model.Width, c.H, model.MaxH), Sampled(model.Height, c.V, model.MaxV), model.Quantisation[c.Table], JpegSamples.Quality90[to.Table]);
            components.Add(to);
        }
        var made = new JpegModel { Width = model.Width, Height = model.Height, Components = components, IsJfif = true };
        for (var table = 0; table < Math.Min(2, components.Count); table++) made.Quantisation[table] = JpegSamples.Quality90[table];
        return JpegWriter.Write(made);
    }

    /// <summary>Samples of a component that show something (T.81 A.1.1).</summary>
    private static int Sampled(int side, int factor, int most) => ((side * factor) + most - 1) / most;

    private static bool IsUsual(JpegModel model)
    {
        if (model.Components.Count == 1) return true;
        if (model.Components.Count != 3 || model.Transform is not (null or 1) || model.Components[1] is not { H: 1, V: 1 } || model.Components[2] is not { H: 1, V: 1 } || model.Components[0] is { H: > 2 } or { V: > 2 }) return false;
        // Without a word about colours only the usual numbers mean YCbCr.
        return model.IsJfif || model.Transform == 1 || model.Components is [{ Id: 1 }, { Id: 2 }, { Id: 3 }];
    }

    /// <summary>True when an Exif segment names another orientation than upright, or cannot be read.</summary>
    private static bool IsTurned(byte[] b)
    {
        for (var at = 2; at + 4 <= b.Length;)
        {
            // Bytes between segments: where the next one begins is a matter of taste.
            if (b[at] != 0xFF) return true;
            if (b[at + 1] == 0xDA) return false;
            if (b[at + 1] == 0xFF) { at++; continue; }
            var length = (b[at + 2] << 8) | b[at + 3];
            if (length < 2 || at + 2 + length > b.Length) return true;
            if (b[at + 1] == 0xE1 && b.AsSpan(at + 4, length - 2) is var body && body.StartsWith("Exif"u8) && (body.Length < 14 || Turns(body[6..]))) return true;
            at += 2 + length;
        }
        return true;
    }

    /// <summary>Tag 0x0112 of the first directory (Exif 2.3, 4.6.4).</summary>
    private static bool Turns(ReadOnlySpan<byte> tiff)
    {
        var little = tiff[0] == (byte)'I';
        var start = Number(tiff, 4, 4, little);
        if (start > tiff.Length - 2) return true;
        var count = (int)Number(tiff, (int)start, 2, little);
        for (var i = 0; i < count; i++)
        {
            var at = (int)start + 2 + (i * 12);
            if (at + 12 > tiff.Length) return true;
            if (Number(tiff, at, 2, little) == 0x0112) return Number(tiff, at + 8, 2, little) != 1;
        }
        return false;
    }

    private static long Number(ReadOnlySpan<byte> b, int at, int bytes, bool little) => (bytes, little) switch
    {
        (2, true) => BinaryPrimitives.ReadUInt16LittleEndian(b[at..]), (2, false) => BinaryPrimitives.ReadUInt16BigEndian(b[at..]),
        (_, true) => BinaryPrimitives.ReadUInt32LittleEndian(b[at..]), _ => BinaryPrimitives.ReadUInt32BigEndian(b[at..]),
    };
}
