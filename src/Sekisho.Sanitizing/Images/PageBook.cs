using Sekisho.Kernel;
using Sekisho.Kernel.Workers;
using Sekisho.Sanitizing.Identification;
using Sekisho.Sanitizing.Pdf;

namespace Sekisho.Sanitizing.Images;

/// <summary>IM-06: a TIFF of several pages, as scanners and fax machines write it, becomes a PDF of as many pictures (matrix 14.1). The decoder sees one page at a time.</summary>
internal static class PageBook
{
    // Where a page does not say how dense it is, what scanners use most.
    private const double UsualDots = 200, MaxPoints = 14_400;

    internal static byte[] Write(byte[] b, PictureShape shape, FileContext context, string place, FindingLog log)
    {
        if (shape.Pages.Count > context.Limits.Pdf.DrawnPages) throw new FileStop("LM-07", Outcome.Blocked, place);
        var made = PicturePage.Book([.. shape.Pages.Select(page => Page(b, page, context, place))]);
        log.Add("IM-06", FindingAction.Rewritten, place, shape.Pages.Count, ("n", Show.Number(shape.Pages.Count)));
        return made;
    }

    private static Func<Pdf.PdfWriter, Pdf.Reading.PdfRef, Pdf.Reading.PdfDict> Page(byte[] b, TiffPage page, FileContext context, string place) => (output, parent) =>
    {
        context.Budget.Expand((long)page.Width * page.Height * 4, place);
        var pixels = PngDecoder.Decode(PictureFile.Run(NativeTool.ImageToPng, TiffWalk.Only(b, page), context, place), context.Limits, place);
        var isTurned = pixels.Width == page.Height && pixels.Height == page.Width && page.Width != page.Height;
        if (!isTurned && (pixels.Width > page.Width || pixels.Height > page.Height)) throw new FileStop("E1", Outcome.Blocked, place, new Dictionary<string, string> { ["fault"] = "size" });
        var (x, y) = isTurned ? (Dots(page.Down), Dots(page.Across)) : (Dots(page.Across), Dots(page.Down));
        double across = pixels.Width / x * 72, down = pixels.Height / y * 72;
        var fit = Math.Min(1, MaxPoints / Math.Max(across, down));
        return PicturePage.Write(output, parent, across * fit, down * fit, PicturePage.Resources(output, pixels.Width, pixels.Height, OnWhite(pixels)));
    };

    private static double Dots(double said) => said is >= 36 and <= 4_800 ? said : UsualDots;

    private static byte[] OnWhite(PixelBuffer p)
    {
        var from = p.Samples.Span;
        var rgb = new byte[checked(p.Width * p.Height * 3)];
        var (colours, hasAlpha) = p.Bands switch { 1 => (1, false), 2 => (1, true), 3 => (3, false), _ => (3, true) };
        for (int i = 0, at = 0; i < rgb.Length; i += 3, at += p.Bands)
            for (var c = 0; c < 3; c++)
            {
                var value = from[at + (colours == 1 ? 0 : c)];
                rgb[i + c] = hasAlpha && from[at + colours] is var alpha ? (byte)((value * alpha + 255 * (255 - alpha)) / 255) : value;
            }
        return rgb;
    }
}
