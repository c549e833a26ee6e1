using Sekisho.Kernel;
using Sekisho.Kernel.Workers;
using Sekisho.Sanitizing.Images;
using Sekisho.Sanitizing.Pdf.Reading;

namespace Sekisho.Sanitizing.Pdf.Images;

/// <summary>
/// Pictures (PD-16): samples are packed anew, JPEG is written again from its coefficients, every other coding is decoded by a one-shot
/// renderer that sees the picture alone. Nothing is copied undecoded.
/// </summary>
internal sealed class ImageRebuilder(PdfRebuild rebuild)
{
    private readonly DrawnPicture drawn = new(rebuild);

    internal PdfObj? Make(PdfObj source, PdfDict resources) => rebuild.Once(source, "image", value => value is PdfStream stream ? Build(stream, resources) : null);

    /// <summary>The picture written, or null when it shows nothing.</summary>
    internal PdfRef? Build(PdfStream stream, PdfDict resources, bool isMask = false)
    {
        var from = stream.Dict;
        if (rebuild.Doc.Number(from["Width"]) is not (>= 1 and var width) || rebuild.Doc.Number(from["Height"]) is not (>= 1 and var height)) return null;
        var limits = rebuild.Context.Limits;
        if (width > limits.Side || height > limits.Side || width * height > limits.Pixels) throw new FileStop("LM-08", Outcome.Blocked, "image");
        var picture = new Picture(stream, (int)width, (int)height) { IsStencil = rebuild.Doc.Resolve(from["ImageMask"]) is PdfBool { Value: true } };
        picture.Space = picture.IsStencil ? null : rebuild.Colours.Make(from["ColorSpace"], resources);
        picture.Bits = picture.IsStencil ? 1 : (int)(rebuild.Doc.Number(from["BitsPerComponent"]) ?? 8);
        if (picture.Bits is not (1 or 2 or 4 or 8 or 16)) picture.Bits = 8;
        var left = rebuild.Doc.Filters(stream).LastOrDefault(f => f.IsPicture);
        var expected = picture.Stride(picture.Space?.Components ?? 1) * picture.Height;
        var (data, coded) = rebuild.Doc.Decode(stream, "image", left is null ? expected : -1);
        var to = Written(picture, data, coded);
        if (to is null) return null;
        if (!isMask) Masks(from, to.Dict, coded?.Name is "JPXDecode");
        return rebuild.Out.Add(to);
    }

    private PdfStream? Written(Picture picture, byte[] data, StreamFilter? coded)
    {
        if (coded is null) return Samples(picture, data);
        if (rebuild.ForDrawing) return drawn.AsIs(picture, data, coded);
        if (coded.Name is not "DCTDecode") return drawn.Decode(picture, data, coded);
        if (JpegReader.Read(data, rebuild.Context.Limits.Pixels) is { } model)
        {
            // Without a segment that says how the colours are meant, the dictionary's word is put into one.
            if (model.Transform is null && coded.Parameters["ColorTransform"] is PdfNum { Value: 0 or 1 } said && model.Components.Count >= 3) model.Transform = said.Int;
            if (JpegWriter.Write(model) is { } jpeg) return Jpeg(picture, model, jpeg);
        }
        return drawn.Decode(picture, data, coded);
    }

    private PdfStream Jpeg(Picture picture, JpegModel model, byte[] jpeg)
    {
        (picture.Width, picture.Height, picture.Bits) = (model.Width, model.Height, 8);
        var to = Head(picture, model.Components.Count);
        to["Filter"] = new PdfName("DCTDecode");
        return new(to, jpeg, 0, 0);
    }

    private PdfStream? Samples(Picture picture, byte[] data)
    {
        if (picture is { IsStencil: false, Space: null or { Components: 0 } }) return null;
        var components = picture.Space?.Components ?? 1;
        var size = picture.Stride(components) * picture.Height;
        if (size > Array.MaxLength) throw new FileStop("LM-08", Outcome.Blocked, "image");
        if (data.Length != size) Array.Resize(ref data, (int)size);
        return Packed(Head(picture, components), data, picture, components);
    }

    /// <summary>Every row as its difference to the one above: pictures pack well so, and one way is enough.</summary>
    internal static PdfStream Packed(PdfDict to, byte[] data, Picture picture, int components)
    {
        if (picture.Bits != 8) return PdfWriter.Packed(to, data);
        var stride = (int)picture.Stride(components);
        var rows = new byte[checked(data.Length + picture.Height)];
        for (var y = 0; y < picture.Height; y++)
        {
            var row = rows.AsSpan(y * (stride + 1), stride + 1);
            row[0] = 2;
            var now = data.AsSpan(y * stride, stride);
            if (y == 0) now.CopyTo(row[1..]);
            else for (var i = 0; i < stride; i++) row[i + 1] = unchecked((byte)(now[i] - data[((y - 1) * stride) + i]));
        }
        var made = PdfWriter.Packed(to, rows);
        to["DecodeParms"] = new PdfDict { ["Predictor"] = new PdfNum(12), ["Colors"] = new PdfNum(components), ["Columns"] = new PdfNum(picture.Width) };
        return made;
    }

    internal PdfDict Head(Picture picture, int components)
    {
        var to = new PdfDict { ["Type"] = new PdfName("XObject"), ["Subtype"] = new PdfName("Image"), ["Width"] = new PdfNum(picture.Width), ["Height"] = new PdfNum(picture.Height) };
        if (picture.IsStencil) to["ImageMask"] = PdfObj.True;
        else to["ColorSpace"] = picture.Space is { } space && space.Components == components ? space.Space : new PdfName(components switch { 1 => "DeviceGray", 3 => "DeviceRGB", _ => "DeviceCMYK" });
        to["BitsPerComponent"] = new PdfNum(picture.Bits);
        if (rebuild.Numbers(picture.Source.Dict["Decode"], 2 * components, 2 * components) is { } decode) to["Decode"] = new PdfList(decode);
        rebuild.CopyFlag(picture.Source.Dict, to, "Interpolate");
        return to;
    }

    private void Masks(PdfDict from, PdfDict to, bool recoloured)
    {
        if (rebuild.Doc.Resolve(from["SMask"]) is PdfStream)
        {
            var soft = rebuild.Once(from["SMask"], "softmask", value => Build((PdfStream)value, new PdfDict(), true));
            if (soft is not null) to["SMask"] = soft;
        }
        else if (rebuild.Doc.Resolve(from["Mask"]) is PdfStream stencil && rebuild.Doc.Resolve(stencil.Dict["ImageMask"]) is PdfBool { Value: true })
        {
            if (rebuild.Once(from["Mask"], "stencil", value => Build((PdfStream)value, new PdfDict(), true)) is { } mask) to["Mask"] = mask;
        }
        else if (!recoloured) rebuild.CopyNumbers(from, to, "Mask", 2, 64);
    }

    /// <summary>PD-16: told once a file, by coding.</summary>
    internal void Converted(string coding) => rebuild.Log.Add("PD-16", FindingAction.Rewritten, coding);
}
