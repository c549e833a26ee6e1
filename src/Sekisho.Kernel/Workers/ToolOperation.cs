namespace Sekisho.Kernel.Workers;

/// <summary>
/// What a native tool may be asked by a worker. Closed: the parent owns the command line, a worker only picks a line and gives bounded numbers.
/// Pixels are raw: three 32-bit little-endian numbers (width, height, bands 1–4), then rows of 8-bit samples in sRGB.
/// </summary>
public enum ToolOperation
{
    /// <summary>JPEG to pixels, turned upright, first frame.</summary>
    DecodeJpeg,
    /// <summary>PNG to pixels.</summary>
    DecodePng,
    /// <summary>First frame of a GIF to pixels.</summary>
    DecodeGif,
    /// <summary>First frame of a WebP to pixels.</summary>
    DecodeWebp,
    /// <summary>First page of a TIFF to pixels.</summary>
    DecodeTiff,
    /// <summary>Pixels to JPEG; argument <c>quality</c> 1–100.</summary>
    EncodeJpeg,
    /// <summary>Pixels to PNG.</summary>
    EncodePng,
    /// <summary>One page of a PDF to pixels; arguments <c>page</c> 1–2000, <c>dpi</c> 30–300.</summary>
    DrawPdfPage,
}
