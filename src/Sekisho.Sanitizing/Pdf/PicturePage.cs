using System.Text;
using Sekisho.Sanitizing.Pdf.Images;
using Sekisho.Sanitizing.Pdf.Reading;

namespace Sekisho.Sanitizing.Pdf;

/// <summary>A page that is one picture: what a drawn document and the pages of a TIFF become.</summary>
internal static class PicturePage
{
    /// <param name="rgb">Three bytes a pixel, rows from the top; a grey picture is written as one.</param>
    internal static PdfDict Resources(PdfWriter output, int width, int height, ReadOnlyMemory<byte> rgb)
    {
        var grey = Grey(rgb.Span);
        var to = new PdfDict { ["Type"] = new PdfName("XObject"), ["Subtype"] = new PdfName("Image"), ["Width"] = new PdfNum(width), ["Height"] = new PdfNum(height), ["ColorSpace"] = new PdfName(grey is null ? "DeviceRGB" : "DeviceGray"), ["BitsPerComponent"] = new PdfNum(8) };
        var image = output.Add(ImageRebuilder.Packed(to, grey ?? rgb.ToArray(), new(new(to, default, 0, 0), width, height), grey is null ? 3 : 1));
        return new() { ["XObject"] = new PdfDict { ["X1"] = image } };
    }

    /// <param name="across">Points.</param>
    /// <param name="down">Points.</param>
    /// <param name="over">Content that lies over the picture; "" for none.</param>
    internal static PdfDict Write(PdfWriter output, PdfRef parent, double across, double down, PdfDict resources, string over = "")
    {
        var drawn = $"{PdfWriter.Number(across)} 0 0 {PdfWriter.Number(down)} 0 0 cm\n/X1 Do\n";
        var content = PdfWriter.Packed(new(), Encoding.ASCII.GetBytes(over.Length == 0 ? drawn : "q\n" + drawn + "Q\n" + over));
        return new()
        {
            ["Type"] = new PdfName("Page"), ["Parent"] = parent, ["MediaBox"] = new PdfList(0, 0, across, down), ["Contents"] = output.Add(content),
            ["Resources"] = resources,
        };
    }

    /// <summary>A book of such pages.</summary>
    internal static byte[] Book(IReadOnlyList<Func<PdfWriter, PdfRef, PdfDict>> pages)
    {
        var output = new PdfWriter();
        var parent = output.Reserve();
        var kids = new PdfList([.. pages.Select(_ => output.Reserve())]);
        for (var i = 0; i < pages.Count; i++) output.Fill((PdfRef)kids.Items[i], pages[i](output, parent));
        output.Fill(parent, new PdfDict { ["Type"] = new PdfName("Pages"), ["Count"] = new PdfNum(kids.Count), ["Kids"] = kids });
        return output.Finish(output.Add(new PdfDict { ["Type"] = new PdfName("Catalog"), ["Pages"] = parent }));
    }

    private static byte[]? Grey(ReadOnlySpan<byte> samples)
    {
        var grey = new byte[samples.Length / 3];
        for (int i = 0, at = 0; i < grey.Length; i++, at += 3)
        {
            if (samples[at] != samples[at + 1] || samples[at] != samples[at + 2]) return null;
            grey[i] = samples[at];
        }
        return grey;
    }
}
