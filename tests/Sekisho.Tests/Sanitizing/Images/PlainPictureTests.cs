using Sekisho.Sanitizing.Identification;
using Sekisho.Sanitizing.Images;
using Sekisho.Tests.Sanitizing.Files;
using Sekisho.Verifying;

namespace Sekisho.Tests.Sanitizing.Images;

/// <summary>The managed readers against the native decoder: what they read they read alike, what they do not know they leave to it.</summary>
public class PlainPictureTests
{
    private static readonly byte[] Colours = [.. Enumerable.Range(0, 768).Select(i => (byte)(i * 37 + 11 & 255))];

    public static TheoryData<int, int, int, int> Pngs => new()
    {
        // Colour type, depth, entries of a palette, length of the transparency (-1: none).
        { 0, 1, 0, -1 }, { 0, 2, 0, -1 }, { 0, 4, 0, 2 }, { 0, 8, 0, 2 }, { 2, 8, 0, -1 }, { 2, 8, 0, 6 }, { 2, 16, 0, -1 },
        { 3, 1, 2, -1 }, { 3, 4, 16, 2 }, { 3, 8, 256, 200 }, { 4, 8, 0, -1 }, { 6, 8, 0, -1 }, { 6, 16, 0, -1 },
    };

    [Theory, MemberData(nameof(Pngs))]
    public void A_usual_png_has_the_pixels_the_native_decoder_gives(int colour, int depth, int entries, int transparent)
    {
        List<(string, byte[])> more = [];
        if (entries > 0) more.Add(("PLTE", Colours[..(entries * 3)]));
        if (transparent >= 0) more.Add(("tRNS", entries > 0 ? [.. Enumerable.Range(0, transparent).Select(i => (byte)i)] : [.. Enumerable.Repeat<byte[]>([0, 7], transparent / 2).SelectMany(b => b)]));
        var png = SomePicture.PngOfType(colour, depth, [.. more]);
        var native = PngDecoder.Decode(SomePicture.Convert(png, ".png[strip]"), new(), "a.png");
        var ours = PlainPng.Decode(png, PngWalk.Read(png)!).ShouldNotBeNull();
        (ours.Width, ours.Height, ours.Bands).ShouldBe((native.Width, native.Height, native.Bands));
        ours.Samples.Span.SequenceEqual(native.Samples.Span).ShouldBeTrue();
        var tools = new VipsTools();
        SomeFile.Sanitise("a.png", png, tools: tools).Output.ShouldNotBeNull();
        tools.Runs.ShouldBe(0);
    }

    [Fact]
    public void An_unusual_png_is_left_to_the_native_decoder()
    {
        var interlaced = SomePicture.PngOfType(2, 8);
        interlaced[28] = 1;
        foreach (var png in (byte[][])[interlaced, SomePicture.PngOfType(0, 16), SomePicture.PngOfType(3, 8, ("PLTE", Colours[..30])), SomePicture.PngOfType(3, 8), SomePicture.Png(8, 6, ("eXIf", "II*\0"u8.ToArray())), SomePicture.PngOf(8, 6, SomePdf.Deflate(new byte[6 * 25 - 1]))])
            PlainPng.Decode(png, new(png[19], png[23], png.Length, 1)).ShouldBeNull();
    }

    [Theory]
    [InlineData(2, ".jpg[Q=95,subsample_mode=off,strip]")]
    [InlineData(2, ".jpg[Q=80,subsample_mode=on,interlace,strip]")]
    [InlineData(0, ".jpg[Q=90,strip]")]
    public void A_usual_jpeg_looks_as_the_native_decoder_shows_it(int colour, string format)
    {
        // 43 × 29: no side is a whole number of units.
        var jpeg = SomePicture.Convert(Smooth(colour, 43, 29), format);
        var tools = new VipsTools();
        var result = SomeFile.Sanitise("a.jpg", jpeg, tools: tools);
        tools.Runs.ShouldBe(0, result.Describe());
        OutputVerifier.Verify(result.Output!, "jpeg").Forbidden.ShouldBeEmpty();
        Difference(jpeg, result.Output!).ShouldBeLessThan(2.5);
        // A second time: the same structure and size, and the same look (law E4).
        var again = SomeFile.Sanitise("a.jpg", result.Output!).Output!;
        Difference(result.Output!, again).ShouldBeLessThan(1);
    }

    [Fact]
    public void A_turned_cmyk_or_cut_jpeg_is_left_to_the_native_decoder()
    {
        var jpeg = SomePicture.Jpeg(43, 29);
        JpegWalk.Read(jpeg).ShouldNotBeNull();
        PlainJpeg.Rebuild(jpeg, JpegWalk.Read(jpeg)!, new()).ShouldNotBeNull();
        byte[] turned = [.. "Exif\0\0II*\0"u8, 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0], upright = [.. turned[..^4], 1, 0, 0, 0];
        PlainJpeg.Rebuild(WithSegment(jpeg, turned), new(43, 29, 0, 1), new()).ShouldBeNull();
        PlainJpeg.Rebuild(WithSegment(jpeg, upright), new(43, 29, 0, 1), new()).ShouldNotBeNull();
        PlainJpeg.Rebuild([.. jpeg[..(jpeg.Length / 2 + 100)], 0xFF, 0xD9], new(43, 29, 0, 1), new()).ShouldBeNull();
    }

    [Fact]
    public void What_lies_beyond_the_edge_of_a_jpeg_does_not_travel_on()
    {
        // The same picture said to be one pixel high and wide: the rest of its unit was cropped away and must not be found again.
        var jpeg = SomePicture.Convert(Smooth(0, 8, 8), ".jpg[Q=90,strip]");
        var frame = jpeg.AsSpan().IndexOf((byte[])[0xFF, 0xC0]);
        (jpeg[frame + 6], jpeg[frame + 8]) = (1, 1);
        var output = SomeFile.Sanitise("a.jpg", jpeg).Output!;
        var model = JpegReader.Read(output, 100)!;
        model.Components[0].Blocks[1..].ShouldAllBe(c => c == 0);
    }

    private static byte[] WithSegment(byte[] jpeg, byte[] body) => [.. jpeg[..2], 0xFF, 0xE1, 0, (byte)(body.Length + 2), .. body, .. jpeg[2..]];

    private static byte[] Smooth(int colour, int width, int height)
    {
        var bands = colour == 2 ? 3 : 1;
        var rows = new byte[height * (width * bands + 1)];
        for (var y = 0; y < height; y++)
            for (var x = 0; x < width * bands; x++) rows[y * (width * bands + 1) + 1 + x] = (byte)(128 + 100 * Math.Sin((x / bands + 3 * (x % bands)) / 7.0) * Math.Cos(y / 5.0));
        var png = SomePicture.PngOf(width, height, SomePdf.Deflate(rows));
        png[25] = (byte)colour;
        System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(png.AsSpan(29), SomeZip.Crc(png.AsSpan(12, 17)));
        return png;
    }

    /// <summary>Mean distance of two samples, of 255, both drawn by the native decoder.</summary>
    private static double Difference(byte[] one, byte[] other)
    {
        PixelBuffer a = PngDecoder.Decode(SomePicture.Convert(one, ".png[strip]"), new(), ""), b = PngDecoder.Decode(SomePicture.Convert(other, ".png[strip]"), new(), "");
        (b.Width, b.Height, b.Bands).ShouldBe((a.Width, a.Height, a.Bands));
        return a.Samples.ToArray().Zip(b.Samples.ToArray(), (x, y) => Math.Abs(x - y)).Average();
    }
}
