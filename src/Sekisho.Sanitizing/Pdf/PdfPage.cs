using Sekisho.Sanitizing.Pdf.Reading;

namespace Sekisho.Sanitizing.Pdf;

/// <summary>A page as found, with what it inherits.</summary>
/// <param name="Number">Of its object; 0 for a page written inside its parent.</param>
internal sealed record PdfPage(int Number, PdfDict Dict, PdfDict Resources, double[] Box, double[]? Crop, int Rotate, double Unit)
{
    /// <summary>What a viewer shows: the crop inside the medium.</summary>
    internal double[] Shown
    {
        get
        {
            if (Crop is null) return Box;
            double[] both = [Math.Max(Box[0], Crop[0]), Math.Max(Box[1], Crop[1]), Math.Min(Box[2], Crop[2]), Math.Min(Box[3], Crop[3])];
            return both[2] - both[0] > 0.5 && both[3] - both[1] > 0.5 ? both : Box;
        }
    }
}
