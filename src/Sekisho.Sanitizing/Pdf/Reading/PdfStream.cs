namespace Sekisho.Sanitizing.Pdf.Reading;

/// <summary>A stream as it stands in the file, still encoded and perhaps encrypted.</summary>
/// <param name="number">Of the object it is; 0 for one made by us.</param>
internal sealed class PdfStream(PdfDict dict, ReadOnlyMemory<byte> raw, int number, int generation) : PdfObj
{
    internal PdfDict Dict { get; } = dict;
    internal ReadOnlyMemory<byte> Raw { get; } = raw;
    internal int Number { get; } = number;
    internal int Generation { get; } = generation;
}
