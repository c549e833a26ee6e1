namespace Sekisho.Sanitizing.Pdf.Reading;

/// <summary>The null object: what an absent key has as well.</summary>
internal sealed class PdfNull : PdfObj;
