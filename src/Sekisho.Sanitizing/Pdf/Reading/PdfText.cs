namespace Sekisho.Sanitizing.Pdf.Reading;

/// <summary>A string, decrypted.</summary>
internal sealed class PdfText(byte[] bytes) : PdfObj
{
    internal byte[] Bytes { get; } = bytes;
}
