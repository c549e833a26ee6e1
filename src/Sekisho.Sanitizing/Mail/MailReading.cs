using Sekisho.Kernel.Workers;
using Sekisho.Mime.Reading;

namespace Sekisho.Sanitizing.Mail;

/// <summary>The reader's limits and notes in the words of the sanitiser.</summary>
internal static class MailReading
{
    internal static ReadLimits Limits(MailLimits l) => new(l.Parts, l.Depth, l.HeaderLines, l.HeaderBytes, l.LineBytes, l.Parameters);

    internal static void Report(ReadMessage message, FindingLog log, string prefix = "")
    {
        foreach (var note in message.Notes)
        {
            var action = note.Kind switch
            {
                NoteKind.Ambiguous => FindingAction.Held,
                NoteKind.OverLimit => FindingAction.Blocked,
                _ => FindingAction.Kept,
            };
            // What stands outside the structure is bytes that are not carried on; a broken boundary alone removes nothing.
            if (note is { Kind: NoteKind.Seen, Detail: "outside" }) action = FindingAction.Removed;
            log.Add(note.Rule, action, prefix + note.Place, note.Detail == "outside" ? 1 : note.Count, ("detail", note.Detail));
        }
    }
}
