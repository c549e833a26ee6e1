namespace Sekisho.Mime.Reading.Parts;

/// <summary>Where the parts of a multipart lie in its body.</summary>
/// <param name="Parts">Start and length of each part, without the line end before the next delimiter.</param>
/// <param name="Outside">Bytes of the preamble and epilogue that are not blank.</param>
/// <param name="IsClosed">The closing delimiter was there.</param>
/// <param name="HasLookAlike">A line begins like a delimiter but goes on: some readers split there.</param>
/// <param name="GoesOnAfterClose">A delimiter stands after the closing one.</param>
internal sealed record BoundarySplit(IReadOnlyList<(int Start, int Length)> Parts, int Outside, bool IsClosed, bool HasLookAlike, bool GoesOnAfterClose);
