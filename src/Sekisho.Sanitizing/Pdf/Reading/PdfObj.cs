namespace Sekisho.Sanitizing.Pdf.Reading;

/// <summary>A value of ISO 32000 §7.3: what the reader gives and the writer takes. Null, booleans, numbers, names, strings, arrays, dictionaries, references, streams.</summary>
internal abstract class PdfObj
{
    internal static readonly PdfObj Null = new PdfNull();
    internal static readonly PdfBool True = new(true), False = new(false);

    internal static PdfBool Of(bool value) => value ? True : False;
}
