using System.Buffers.Binary;
using System.Text;
using Sekisho.Sanitizing.Identification;

namespace Sekisho.Sanitizing.Images;

/// <summary>
/// A stranger's PNG down to the same pixels the native decoder would give, by managed code alone: no process is started for it and no native parser meets it (decision 0018).
/// Null for what is rare or not whole (interlaced, grey of 16 bits, animated, turned by a tag, damaged): there the native decoder has the word.
/// </summary>
internal static class PlainPng
{
    private const int Grey = 0, Rgb = 2, Palette = 3, GreyAlpha = 4, Rgba = 6;

    internal static PixelBuffer? Decode(byte[] b, PictureShape shape)
    {
        int depth = b[24], colour = b[25];
        if (b[26] != 0 || b[27] != 0 || b[28] != 0 || shape.Frames > 1 || !IsKnown(colour, depth) || Tables.Of(b) is not { } tables) return null;
        if (colour == Palette ? tables.Colours.Length is 0 or > 768 || tables.Colours.Length % 3 != 0 : tables.Transparent.Length != (colour switch { Grey => 2, Rgb => 6, _ => 0 }) && tables.Transparent.Length != 0) return null;
        // Two bytes of which the first stays: which pixels are the see-through colour could no longer be told.
        if (depth == 16 && tables.Transparent.Length > 0) return null;
        var bands = colour switch { Grey or Palette => 1, GreyAlpha => 2, Rgb => 3, _ => 4 };
        if (PngDecoder.Rows(b, shape, bands * depth) is not { } rows) return null;
        if (depth >= 8 && colour != Palette && tables.Transparent.Length == 0)
            return new(shape.Width, shape.Height, bands, PngDecoder.Samples(rows, shape.Height, shape.Width * bands, depth / 8));
        return colour == Rgb ? SeeThrough(rows, shape, tables.Transparent) : Looked(rows, shape, depth, colour == Palette ? Entries(tables) : Greys(depth, tables.Transparent));
    }

    private static bool IsKnown(int colour, int depth) => colour switch
    {
        Grey => depth is 1 or 2 or 4 or 8, Palette => depth is 1 or 2 or 4 or 8, GreyAlpha => depth == 8, Rgb or Rgba => depth is 8 or 16, _ => false,
    };

    /// <summary>One number a pixel, looked up; null when a number has no entry.</summary>
    private static PixelBuffer? Looked(byte[] rows, PictureShape shape, int depth, byte[][] entries)
    {
        var bands = entries[0].Length;
        var samples = new byte[checked(shape.Width * shape.Height * bands)];
        int stride = (int)(((long)shape.Width * depth + 7) / 8), mask = (1 << depth) - 1, at = 0;
        for (var y = 0; y < shape.Height; y++)
        {
            var row = rows.AsSpan(y * (stride + 1) + 1, stride);
            for (var x = 0; x < shape.Width; x++, at += bands)
            {
                var index = depth == 8 ? row[x] : (row[x * depth / 8] >> (8 - depth - x * depth % 8)) & mask;
                if (index >= entries.Length) return null;
                entries[index].CopyTo(samples, at);
            }
        }
        return new(shape.Width, shape.Height, bands, samples);
    }

    private static byte[][] Entries(Tables tables)
    {
        var entries = new byte[tables.Colours.Length / 3][];
        for (var i = 0; i < entries.Length; i++)
        {
            byte[] colour = [.. tables.Colours.AsSpan(i * 3, 3)];
            entries[i] = tables.HasTransparent ? [.. colour, i < tables.Transparent.Length ? tables.Transparent[i] : (byte)255] : colour;
        }
        return entries;
    }

    private static byte[][] Greys(int depth, byte[] transparent)
    {
        var entries = new byte[1 << depth][];
        var through = transparent.Length == 2 ? BinaryPrimitives.ReadUInt16BigEndian(transparent) : -1;
        for (var i = 0; i < entries.Length; i++)
        {
            var value = (byte)(i * 255 / (entries.Length - 1));
            entries[i] = through < 0 ? [value] : [value, (byte)(i == through ? 0 : 255)];
        }
        return entries;
    }

    private static PixelBuffer SeeThrough(byte[] rows, PictureShape shape, byte[] transparent)
    {
        var samples = new byte[checked(shape.Width * shape.Height * 4)];
        var at = 0;
        for (var y = 0; y < shape.Height; y++)
            for (var x = 0; x < shape.Width; x++, at += 4)
            {
                var pixel = rows.AsSpan(y * (shape.Width * 3 + 1) + 1 + x * 3, 3);
                pixel.CopyTo(samples.AsSpan(at));
                var same = transparent[0] == 0 && transparent[2] == 0 && transparent[4] == 0 && pixel[0] == transparent[1] && pixel[1] == transparent[3] && pixel[2] == transparent[5];
                samples[at + 3] = (byte)(same ? 0 : 255);
            }
        return new(shape.Width, shape.Height, 4, samples);
    }

    private sealed record Tables(byte[] Colours, byte[] Transparent, bool HasTransparent)
    {
        /// <summary>Null when a chunk may turn the picture, or one comes twice.</summary>
        internal static Tables? Of(byte[] b)
        {
            byte[]? colours = null, transparent = null;
            for (var at = 8; at + 12 <= b.Length;)
            {
                var length = (int)BinaryPrimitives.ReadUInt32BigEndian(b.AsSpan(at));
                var data = b.AsSpan(at + 8, length);
                switch (Encoding.Latin1.GetString(b, at + 4, 4))
                {
                    case "PLTE" when colours is null && transparent is null: colours = data.ToArray(); break;
                    case "tRNS" when transparent is null: transparent = data.ToArray(); break;
                    case "PLTE" or "tRNS" or "eXIf" or "acTL" or "CgBI": return null;
                    case "tEXt" or "zTXt" or "iTXt" when data.StartsWith("Raw profile type"u8): return null;
                }
                at += 12 + length;
            }
            return new(colours ?? [], transparent ?? [], transparent is not null);
        }
    }
}
