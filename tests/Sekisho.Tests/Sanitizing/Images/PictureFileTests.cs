using System.Text;
using Sekisho.Kernel;
using Sekisho.Tests.Sanitizing.Files;
using Sekisho.Tests.Support;
using Sekisho.Verifying;

namespace Sekisho.Tests.Sanitizing.Images;

public class PictureFileTests
{
    [Fact, MatrixRow("IM-03")]
    public void A_png_keeps_its_pixels_and_loses_its_texts()
    {
        var result = SomeFile.Sanitise("写真.png", SomePicture.Png(8, 6, ("tEXt", "Comment\0secret"u8.ToArray()), ("eXIf", "II*\0secret"u8.ToArray())));
        result.ActionOf("IM-03").ShouldBe(Sekisho.Kernel.Workers.FindingAction.Removed);
        Encoding.Latin1.GetString(result.Output!).ShouldNotContain("secret");
        OutputVerifier.Verify(result.Output!, "png").Ok.ShouldBeTrue();
        SomeFile.Sanitise("写真.png", result.Output!).Output.ShouldBe(result.Output);
    }

    [Fact, MatrixRow("IM-03", NearMiss = true)]
    public void A_plain_png_is_clean() => SomeFile.Sanitise("a.png", SomePicture.Png()).Outcome.ShouldBe(Outcome.Clean);

    [Fact, MatrixRow("IM-02")]
    public void A_jpeg_stays_a_jpeg_without_its_exif()
    {
        var result = SomeFile.Sanitise("写真.JPG", SomePicture.JpegWithExif("GPS secret"));
        result.Has("IM-02").ShouldBeTrue(result.Describe());
        result.OutputName.ShouldBe("写真.JPG");
        Encoding.Latin1.GetString(result.Output!).ShouldNotContain("secret");
        OutputVerifier.Verify(result.Output!, "jpeg").Forbidden.ShouldBeEmpty();
    }

    [Fact, MatrixRow("IM-04", "IM-06", "IM-07", "IM-05")]
    public void Other_pictures_become_png()
    {
        foreach (var (name, bytes) in (ReadOnlySpan<(string, byte[])>)[("a.gif", SomePicture.Gif()), ("a.tif", SomePicture.Tiff()), ("a.webp", SomePicture.Webp()), ("a.bmp", SomePicture.Bmp())])
        {
            var result = SomeFile.Sanitise(name, bytes);
            result.OutputName.ShouldBe("a.png", result.Describe());
            OutputVerifier.Verify(result.Output!, "png").Ok.ShouldBeTrue(name);
        }
    }

    [Fact, MatrixRow("LM-08")]
    public void A_few_bytes_that_claim_gigapixels_block_before_any_decoder()
    {
        var tools = new VipsTools();
        SomeFile.Sanitise("a.png", SomePicture.PngClaiming(60_000, 60_000), tools: tools).ShouldStopWith("LM-08");
        SomeFile.Sanitise("a.png", SomePicture.PngClaiming(16_000, 16_000), tools: tools).ShouldStopWith("LM-08");
        tools.Runs.ShouldBe(0);
    }

    [Fact, MatrixRow("IM-01", "ID-05")]
    public void A_tail_behind_a_picture_goes_and_an_archive_behind_it_blocks()
    {
        var result = SomeFile.Sanitise("a.png", [.. SomePicture.Png(), 1, 2, 3, 250]);
        result.Has("ID-05").ShouldBeTrue(result.Describe());
        Encoding.Latin1.GetString(result.Output!).ShouldNotContain("\x01\x02\x03");
        SomeFile.Sanitise("a.png", [.. SomePicture.Png(), .. SomeZip.Of(("x.txt", "x"u8.ToArray()))]).ShouldStopWith("ID-06");
    }

    [Fact, MatrixRow("ID-01")]
    public void A_picture_whose_structure_does_not_hold_blocks()
    {
        var png = SomePicture.Png();
        png[^20] ^= 1;
        SomeFile.Sanitise("a.png", png).ShouldStopWith("ID-01");
        SomeFile.Sanitise("a.jpg", SomePicture.Jpeg()[..40]).ShouldStopWith("ID-01");
    }

    [Fact, MatrixRow("E1")]
    public void A_tool_that_fails_blocks() => SomeFile.Sanitise("a.gif", SomePicture.Gif(), tools: new NoTools()).ShouldStopWith("E1");

    [Fact, MatrixRow("ID-02")]
    public void A_picture_under_another_pictures_name_blocks_or_is_renamed_by_policy()
    {
        SomeFile.Sanitise("a.jpg", SomePicture.Png()).ShouldStopWith("ID-02");
        SomeFile.Sanitise("a.jpg", SomePicture.Png(), new() { AcceptPictureMismatch = true }).OutputName.ShouldBe("a.png");
    }
}
