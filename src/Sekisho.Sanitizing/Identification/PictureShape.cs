namespace Sekisho.Sanitizing.Identification;

/// <summary>What the structure of a picture says before anything is decoded: size in pixels, logical end in bytes, number of frames.</summary>
internal sealed record PictureShape(int Width, int Height, int End, int Frames)
{
    /// <summary>The file ends in the middle of its pixels: what there is of them is drawn.</summary>
    internal bool IsCut { get; init; }
    /// <summary>Pages of a TIFF, without the small copies some programs put beside a page.</summary>
    internal IReadOnlyList<TiffPage> Pages { get; init; } = [];
}
