namespace Sekisho.Sanitizing.Images;

/// <summary>A JPEG as numbers: quantisation tables and the coefficients of every block, in zigzag order. Nothing else of the file is here.</summary>
internal sealed class JpegModel
{
    internal int Width { get; init; }
    internal int Height { get; init; }
    internal required List<JpegComponent> Components { get; init; }
    internal Dictionary<int, ushort[]> Quantisation { get; } = [];
    internal bool IsJfif { get; set; }
    /// <summary>Some of the data was not what its tables say, was missing, or lay where none may be: a viewer shows what it can.</summary>
    internal bool IsDamaged { get; set; }
    /// <summary>Colour transform the Adobe segment names; null without one.</summary>
    internal int? Transform { get; set; }

    internal int MaxH => Components.Max(c => c.H);
    internal int MaxV => Components.Max(c => c.V);
    internal int McusX => (Width + (8 * MaxH) - 1) / (8 * MaxH);
    internal int McusY => (Height + (8 * MaxV) - 1) / (8 * MaxV);
}
