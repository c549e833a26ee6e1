namespace Sekisho.Sanitizing.Pdf.Reading;

/// <summary>The file does not hold by its own index: the reader has to be started over with a guessed one (PD-14). Never leaves this folder's callers.</summary>
internal sealed class PdfDamage(string place) : Exception("Damaged at " + place)
{
    internal string Place { get; } = place;
}
