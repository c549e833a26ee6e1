namespace Sekisho.Mime.Reading;

/// <summary>How a note is to be taken: seen and mended; two readers would see different things; a limit was reached and reading ended.</summary>
public enum NoteKind { Seen, Ambiguous, OverLimit }
