namespace Sekisho.Sanitizing.Pdf.Reading;

/// <summary>A name after its #xx escapes, one character a byte.</summary>
internal sealed class PdfName(string value) : PdfObj
{
    internal string Value { get; } = value;
}
