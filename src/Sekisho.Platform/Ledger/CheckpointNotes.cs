using System.Text;
using Sekisho.Platform.Keys;

namespace Sekisho.Platform.Ledger;

/// <summary>Reads signed checkpoints.</summary>
internal static class CheckpointNotes
{
    /// <summary>The checkpoint in a note; null when it is no note of one of these keys.</summary>
    public static Checkpoint? Read(string note, NoteKeys keys) => SignedNote.Verify(note, keys) is { } body ? Checkpoint.Parse(body) : null;

    /// <summary>Every note of a text that holds one or many, each separated by an empty line after its signatures.</summary>
    public static IEnumerable<string> Split(string text)
    {
        var note = new StringBuilder();
        var hasSignature = false;
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            if (hasSignature && !line.StartsWith('—'))
            {
                yield return note.ToString();
                note.Clear();
                hasSignature = false;
                if (line.Length == 0) continue;
            }
            if (line.Length == 0 && note.Length == 0) continue;
            note.Append(line).Append('\n');
            hasSignature = line.StartsWith('—');
        }
        if (hasSignature) yield return note.ToString();
    }
}
