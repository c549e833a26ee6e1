namespace Sekisho.Sanitizing.Pdf.Reading;

/// <summary>"12 0 R": another object by number.</summary>
internal sealed class PdfRef(int number, int generation = 0) : PdfObj
{
    internal int Number { get; } = number;
    internal int Generation { get; } = generation;
}
