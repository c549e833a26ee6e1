namespace Sekisho.Sanitizing.Pdf.Reading;

/// <summary>One filter of a stream with its parameters.</summary>
internal sealed record StreamFilter(string Name, PdfDict Parameters)
{
    internal int Int(string key, int otherwise) => Parameters[key] is PdfNum n ? n.Int : otherwise;
    internal bool Flag(string key) => Parameters[key] is PdfBool { Value: true };
    internal bool IsPicture => Name is "DCTDecode" or "JPXDecode" or "CCITTFaxDecode" or "JBIG2Decode";
}
