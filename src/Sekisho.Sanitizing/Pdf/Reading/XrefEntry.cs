namespace Sekisho.Sanitizing.Pdf.Reading;

/// <summary>Where an object stands: at an offset of the file, or as the n-th of an object stream.</summary>
/// <param name="Container">0, or the number of the object stream.</param>
/// <param name="Position">Offset in the file, or index in the container.</param>
internal readonly record struct XrefEntry(int Container, int Position, int Generation, bool IsFree);
