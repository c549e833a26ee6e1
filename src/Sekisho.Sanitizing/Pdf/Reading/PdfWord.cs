namespace Sekisho.Sanitizing.Pdf.Reading;

/// <summary>A bare word: obj, stream, an operator.</summary>
internal sealed class PdfWord(string value) : PdfObj
{
    internal string Value { get; } = value;
}
