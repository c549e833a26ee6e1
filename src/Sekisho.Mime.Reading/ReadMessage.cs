namespace Sekisho.Mime.Reading;

/// <summary>A message as read. When a limit was reached <see cref="Root"/> is empty and the last note says which.</summary>
public sealed record ReadMessage(ReadPart Root, IReadOnlyList<ReadingNote> Notes)
{
    public bool IsAmbiguous => Notes.Any(n => n.Kind == NoteKind.Ambiguous);
    public bool IsOverLimit => Notes.Any(n => n.Kind == NoteKind.OverLimit);
}
