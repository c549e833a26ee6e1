namespace Sekisho.Kernel.Workers;

/// <summary>
/// The one-shot native jobs a worker may ask its parent for (rule T7). A job is a number, never a command line: the parent owns the
/// whole line, the worker only gives bytes and gets bytes. Input and output are one file each; no name of the input reaches the line (law E6).
/// </summary>
public enum NativeTool
{
    /// <summary>A picture (JPEG, PNG, GIF, BMP, TIFF, WebP, HEIC; first frame; an SVG written by us) to PNG: orientation applied, 8-bit RGB or grey, metadata stripped (vipsthumbnail, shrink only beyond 16,384 px).</summary>
    ImageToPng = 1,
    /// <summary>A picture to JPEG quality 90: orientation applied, 8-bit RGB or grey, metadata stripped (vipsthumbnail).</summary>
    ImageToJpeg = 2,
    /// <summary>The characters of a PDF as UTF-8, lines where the page has them, a form feed behind every page (pdftotext -layout). Pictures give nothing.</summary>
    PdfToText = 3,
    /// <summary>A PDF to raw pictures (PPM, one page behind the other), one pixel a point, at most 500 pages (pdftoppm). What goes in was written by us.</summary>
    PdfToPixels = 4,
    /// <summary>A PDF to raw bitmaps (PBM), one pixel a point (pdftoppm).</summary>
    PdfToBits = 5,
    /// <summary>An archive (7z, RAR) to a TAR of the same members (bsdtar): unpacked and packed again in a folder of the sandbox, so that checksums are proved. Links and devices come out as such.</summary>
    ArchiveToTar = 6,
    /// <summary>An LZH to a TAR of the same members, names read as CP932 (bsdtar).</summary>
    LzhToTar = 7,
    /// <summary>bzip2, xz, zstd or compress to what is packed in it (bsdcat).</summary>
    Decompress = 8,
    /// <summary>DOC or RTF to DOCX (LibreOffice, macros off).</summary>
    OfficeToDocx = 9,
    /// <summary>XLS or XLSB to XLSX (LibreOffice, macros off).</summary>
    OfficeToXlsx = 10,
    /// <summary>PPT to PPTX (LibreOffice, macros off).</summary>
    OfficeToPptx = 11,
    /// <summary>EMF, WMF or the metafile of ODF (SVM) to PNG (LibreOffice).</summary>
    MetafileToPng = 12,
    /// <summary>A PDF to its words with their places, one element a line (pdftotext -bbox). What goes in was written by us.</summary>
    PdfToWords = 20,
    /// <summary>A text document, workbook or presentation (OOXML, ODF, old formats, RTF) to PDF (LibreOffice, macros off).</summary>
    OfficeToPdf = 21,
}
