namespace Sekisho.Mime.Reading;

/// <summary>Something the reader saw.</summary>
/// <param name="Rule">Matrix row.</param>
/// <param name="Place">Part number, e.g. "1.2", or the field's name.</param>
/// <param name="Kind">What it means.</param>
/// <param name="Detail">Short English word for tests and the record; never hostile text.</param>
/// <param name="Count">Times or bytes, as the rule counts.</param>
public sealed record ReadingNote(string Rule, string Place, NoteKind Kind, string Detail, int Count = 1);
