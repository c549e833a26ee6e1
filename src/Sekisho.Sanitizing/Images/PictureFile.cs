using Sekisho.Kernel;
using Sekisho.Kernel.Workers;
using Sekisho.Sanitizing.Identification;

namespace Sekisho.Sanitizing.Images;

/// <summary>
/// Section 11: of a picture only the pixels are taken and encoded anew. JPEG stays JPEG at quality 90, everything else becomes PNG. Usual PNG and JPEG are decoded by managed
/// readers in the worker itself (decision 0018), everything else in a one-shot sandbox. Size is checked on the structure before a decoder sees it (LM-08).
/// </summary>
internal static class PictureFile
{
    internal static (byte[] Output, FileKind Written) Rebuild(byte[] b, FileKind kind, PictureShape shape, FileContext context, string place, FindingLog log)
    {
        var limits = context.Limits;
        if (kind == FileKind.Tiff && context.PixelsOnly && shape.Frames > 1) shape = shape with { Frames = 1, Width = shape.Pages[0].Width, Height = shape.Pages[0].Height };
        if (shape.Width > limits.Side || shape.Height > limits.Side || (long)shape.Width * shape.Height > limits.Pixels || shape.Width == 0 || shape.Height == 0)
            throw new FileStop("LM-08", Outcome.Blocked, place);
        if (shape.IsCut) log.Add("ID-01", FindingAction.Rewritten, place);
        if (kind == FileKind.Tiff && shape.Frames > 1) return (PageBook.Write(b, shape, context, place, log), FileKind.Pdf);
        if (kind == FileKind.Tiff) b = TiffWalk.Only(b, shape.Pages[0]);
        if (shape.Frames > 1) log.Add("LM-09", FindingAction.Removed, place, shape.Frames - 1);
        context.Budget.Expand((long)shape.Width * shape.Height * 4, place);
        if (kind == FileKind.Jpeg && !shape.IsCut && PlainJpeg.Rebuild(b, shape, limits) is { } jpeg)
        {
            Without(b, kind, place, log);
            return (jpeg, FileKind.Jpeg);
        }
        var pixels = (kind == FileKind.Png && !shape.IsCut ? PlainPng.Decode(b, shape) : null) ?? Decode(b, kind, context, place);
        if (!Fits(pixels, shape)) throw new FileStop("E1", Outcome.Blocked, place, new Dictionary<string, string> { ["fault"] = "size" });
        Without(b, kind, place, log);
        return kind == FileKind.Jpeg ? (Jpeg90(pixels, context, place), FileKind.Jpeg) : (PngEncoder.Encode(pixels), FileKind.Png);
    }

    /// <summary>IM-08: HEIC and AVIF have no structure of ours to compare with; the decoder's product is bounded by LM-08 and becomes a JPEG.</summary>
    internal static (byte[] Output, FileKind Written) Photo(byte[] b, FileContext context, string place, FindingLog log)
    {
        var made = context.Tools.Run(NativeTool.ImageToPng, b) is { } drawn ? UntrustedAccess.Open(drawn) : throw new FileStop("IM-08", Outcome.Blocked, place);
        var pixels = PngDecoder.Decode(made, context.Limits, place);
        context.Budget.Expand((long)pixels.Width * pixels.Height * 4, place);
        log.Add("IM-08", FindingAction.Rewritten, place);
        return (Jpeg90(pixels, context, place), FileKind.Jpeg);
    }

    /// <summary>IM-10: a metafile is a list of drawing commands; it is drawn by the converter and only the pixels are taken.</summary>
    internal static (byte[] Output, FileKind Written) Metafile(byte[] b, FileContext context, string place, FindingLog log)
    {
        var made = context.Tools.Run(NativeTool.MetafileToPng, b) is { } drawn ? UntrustedAccess.Open(drawn) : throw new FileStop("IM-10", Outcome.Blocked, place);
        var pixels = PngDecoder.Decode(Run(NativeTool.ImageToPng, made, context, place), context.Limits, place);
        context.Budget.Expand((long)pixels.Width * pixels.Height * 4, place);
        log.Add("IM-10", FindingAction.Drawn, place);
        return (PngEncoder.Encode(pixels), FileKind.Png);
    }

    private static void Without(byte[] b, FileKind kind, string place, FindingLog log)
    {
        foreach (var (rule, count) in Metadata.Of(b, kind)) log.Add(rule, FindingAction.Removed, place, count, ("n", Show.Number(count)));
    }

    private static PixelBuffer Decode(byte[] b, FileKind kind, FileContext context, string place) => kind == FileKind.Bmp
        ? BmpDecoder.Decode(b) ?? throw new FileStop("IM-05", Outcome.Blocked, place)
        : PngDecoder.Decode(Run(NativeTool.ImageToPng, b, context, place), context.Limits, place);

    /// <summary>The encoder runs in a second sandbox and sees only the PNG we made from pixels, never the input.</summary>
    private static byte[] Jpeg90(PixelBuffer pixels, FileContext context, string place)
    {
        var output = Run(NativeTool.ImageToJpeg, PngEncoder.Encode(pixels), context, place);
        var made = JpegWalk.Read(output);
        return made is { IsCut: false } && made.Width == pixels.Width && made.Height == pixels.Height && made.End == output.Length && !Metadata.Of(output, FileKind.Jpeg).Any() ? output : throw Failed(place);
    }

    internal static byte[] Run(NativeTool tool, byte[] input, FileContext context, string place) =>
        context.Tools.Run(tool, input) is { } output ? UntrustedAccess.Open(output) : throw Failed(place);

    private static FileStop Failed(string place) => new("E1", Outcome.Blocked, place, new Dictionary<string, string> { ["fault"] = "tool" });

    /// <summary>Turned upright, width and height may have changed places; GIF canvases may be larger than the screen says.</summary>
    private static bool Fits(PixelBuffer p, PictureShape s) =>
        p.Width == s.Width && p.Height == s.Height || p.Width == s.Height && p.Height == s.Width || p.Width <= s.Width && p.Height <= s.Height;
}
