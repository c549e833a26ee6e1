namespace Sekisho.Sanitizing.Pdf.Reading;

/// <summary>True or false.</summary>
internal sealed class PdfBool(bool value) : PdfObj
{
    internal bool Value { get; } = value;
}
