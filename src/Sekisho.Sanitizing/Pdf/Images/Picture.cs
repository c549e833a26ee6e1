using Sekisho.Sanitizing.Pdf.Reading;

namespace Sekisho.Sanitizing.Pdf.Images;

/// <summary>What the dictionary of a picture says, while it is rebuilt.</summary>
internal sealed class Picture(PdfStream source, int width, int height)
{
    internal PdfStream Source => source;
    internal int Width { get; set; } = width;
    internal int Height { get; set; } = height;
    internal int Bits { get; set; } = 8;
    internal bool IsStencil { get; init; }
    internal (PdfObj Space, int Components)? Space { get; set; }

    /// <summary>Bytes of one row.</summary>
    internal long Stride(int components) => (((long)Width * components * Bits) + 7) / 8;
}
