namespace Sekisho.Mime.Reading;

/// <summary>Notes of one reading; equal ones are counted. At most 200 different ones: more is itself a limit.</summary>
internal sealed class NoteList
{
    private const int Most = 200;
    private readonly List<ReadingNote> notes = [];
    internal IReadOnlyList<ReadingNote> All => notes;

    internal void Seen(string rule, string place, string detail, int count = 1) => Add(new(rule, place, NoteKind.Seen, detail, count));
    internal void Ambiguous(string rule, string place, string detail) => Add(new(rule, place, NoteKind.Ambiguous, detail));
    internal void OverLimit(ReadStop stop) => notes.Add(new("LM-15", stop.Place, NoteKind.OverLimit, stop.Message));

    private void Add(ReadingNote note)
    {
        var at = notes.FindIndex(n => n.Rule == note.Rule && n.Place == note.Place && n.Detail == note.Detail && n.Kind == note.Kind);
        if (at >= 0) notes[at] = notes[at] with { Count = checked(notes[at].Count + note.Count) };
        else if (notes.Count >= Most) throw new ReadStop(note.Place, "notes");
        else notes.Add(note);
    }
}
