using Sekisho.Kernel;
using Sekisho.Kernel.Workers;
using Sekisho.Sanitizing.Pdf.Reading;

namespace Sekisho.Sanitizing.Pdf.Images;

/// <summary>
/// Codings we do not read (JBIG2, JPEG 2000, CCITT, odd JPEG): a PDF of one page that is the picture alone, one point a pixel, is drawn
/// in a one-shot sandbox; of what comes back only the samples are taken.
/// </summary>
internal sealed class DrawnPicture(PdfRebuild rebuild)
{
    internal PdfStream? Decode(Picture picture, byte[] data, StreamFilter coded)
    {
        var bilevel = coded.Name is "JBIG2Decode" or "CCITTFaxDecode";
        var answer = rebuild.Context.Tools.Run(bilevel ? NativeTool.PdfToBits : NativeTool.PdfToPixels, Alone(picture, data, coded, bilevel)) is { } output ? UntrustedAccess.Open(output) : null;
        if (answer is null) throw new FileStop("PD-16", Outcome.Blocked, coded.Name);
        var pages = PortablePixels.Read(answer, rebuild.Context.Limits, coded.Name);
        if (pages.Count != 1 || pages[0].Width != picture.Width || pages[0].Height != picture.Height) throw new FileStop("PD-16", Outcome.Blocked, coded.Name);
        rebuild.Context.Budget.Expand(answer.Length, coded.Name);
        rebuild.Images.Converted(coded.Name);
        return bilevel ? Bits(picture, pages[0].Samples) : Colours(picture, pages[0].Samples.Span, pages[0].Components);
    }

    /// <summary>For the renderer: the data as it is with what its filter needs.</summary>
    internal PdfStream AsIs(Picture picture, byte[] data, StreamFilter coded)
    {
        var to = rebuild.Images.Head(picture, picture.Space?.Components ?? 1);
        if (picture.Space is null && !picture.IsStencil) to.Items.Remove("ColorSpace");
        Coded(to, coded, rebuild.Out);
        return new(to, data, 0, 0);
    }

    private void Coded(PdfDict to, StreamFilter coded, PdfWriter output)
    {
        to["Filter"] = new PdfName(coded.Name);
        var parameters = new PdfDict();
        foreach (var key in (string[])["K", "Columns", "Rows", "BlackIs1", "EncodedByteAlign", "EndOfLine", "EndOfBlock", "DamagedRowsBeforeError", "ColorTransform"])
            if (coded.Parameters[key] is PdfNum or PdfBool) parameters[key] = coded.Parameters[key];
        if (coded.Parameters["JBIG2Globals"] is PdfStream globals) parameters["JBIG2Globals"] = output.Add(PdfWriter.Packed(new(), rebuild.Doc.Bytes(globals, coded.Name)));
        if (parameters.Items.Count > 0) to["DecodeParms"] = parameters;
    }

    private byte[] Alone(Picture picture, byte[] data, StreamFilter coded, bool bilevel)
    {
        var output = new PdfWriter();
        var to = new PdfDict { ["Type"] = new PdfName("XObject"), ["Subtype"] = new PdfName("Image"), ["Width"] = new PdfNum(picture.Width), ["Height"] = new PdfNum(picture.Height) };
        to["BitsPerComponent"] = new PdfNum(bilevel ? 1 : picture.Bits);
        if (bilevel) to["ColorSpace"] = new PdfName("DeviceGray");
        // Spaces that refer to functions of the other document are left to the picture itself.
        else if (picture.Space is { } space && IsSimple(space.Space)) to["ColorSpace"] = space.Space;
        if (!bilevel && rebuild.Numbers(picture.Source.Dict["Decode"]) is { } decode) to["Decode"] = new PdfList(decode);
        Coded(to, coded, output);
        var image = output.Add(new PdfStream(to, data, 0, 0));
        // A quarter inside each edge: the renderer rounds outwards, and on the edge itself would make the picture a pixel larger.
        var content = output.Add(PdfWriter.Packed(new(), System.Text.Encoding.ASCII.GetBytes(FormattableString.Invariant($"{picture.Width - 0.5} 0 0 {picture.Height - 0.5} 0.25 0.25 cm /X1 Do"))));
        var pages = output.Reserve();
        var page = output.Add(new PdfDict
        {
            ["Type"] = new PdfName("Page"), ["Parent"] = pages, ["MediaBox"] = new PdfList(0, 0, picture.Width, picture.Height), ["Contents"] = content,
            ["Resources"] = new PdfDict { ["XObject"] = new PdfDict { ["X1"] = image } },
        });
        output.Fill(pages, new PdfDict { ["Type"] = new PdfName("Pages"), ["Count"] = new PdfNum(1), ["Kids"] = new PdfList([page]) });
        return output.Finish(output.Add(new PdfDict { ["Type"] = new PdfName("Catalog"), ["Pages"] = pages }));
    }

    private static bool IsSimple(PdfObj value) => value switch { PdfRef => false, PdfList list => list.Items.All(IsSimple), _ => true };

    /// <summary>In a bitmap one is black; in a picture of grey zero is.</summary>
    private PdfStream Bits(Picture picture, ReadOnlyMemory<byte> samples)
    {
        picture.Bits = 1;
        var data = samples.ToArray();
        for (var i = 0; i < data.Length; i++) data[i] = (byte)(data[i] ^ 255);
        return ImageRebuilder.Packed(rebuild.Images.Head(picture, 1), data, picture, 1);
    }

    private PdfStream Colours(Picture picture, ReadOnlySpan<byte> samples, int components)
    {
        var grey = picture.Space is { Components: 1 } || components == 1;
        for (var i = 0; grey && components == 3 && i < samples.Length; i += 3) grey = samples[i] == samples[i + 1] && samples[i] == samples[i + 2];
        var data = samples.ToArray();
        if (grey && components == 3)
        {
            data = new byte[samples.Length / 3];
            for (var i = 0; i < data.Length; i++) data[i] = samples[3 * i];
        }
        (picture.Bits, picture.Space) = (8, null);
        var to = rebuild.Images.Head(picture, grey ? 1 : 3);
        to.Items.Remove("Decode");
        return ImageRebuilder.Packed(to, data, picture, grey ? 1 : 3);
    }
}
