namespace Sekisho.Kernel.Workers;

/// <summary>
/// The one-shot native jobs a worker may ask its parent for (rule T7). A job is a number, never a command line: the parent owns the
/// whole line, the worker only gives bytes and gets bytes. Input and output are one file each; no name of the input reaches the line (law E6).
/// </summary>
public enum NativeTool
{
    /// <summary>A picture (JPEG, PNG, GIF, BMP, TIFF, WebP, HEIC; first frame) to PNG: orientation applied, 8-bit RGB or grey, metadata stripped (vipsthumbnail, shrink only beyond 16,384 px).</summary>
    ImageToPng = 1,
    /// <summary>A picture to JPEG quality 90: orientation applied, 8-bit RGB or grey, metadata stripped (vipsthumbnail).</summary>
    ImageToJpeg = 2,
    /// <summary>The characters of a PDF as UTF-8, lines where the page has them, a form feed behind every page (pdftotext -layout). Pictures give nothing.</summary>
    PdfToText = 3,
    /// <summary>A PDF to raw pictures (PPM, one page behind the other), one pixel a point, at most 500 pages (pdftoppm). What goes in was written by us.</summary>
    PdfToPixels = 4,
    /// <summary>A PDF to raw bitmaps (PBM), one pixel a point (pdftoppm).</summary>
    PdfToBits = 5,
}
