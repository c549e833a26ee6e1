using Sekisho.Gate.Model;
using Sekisho.Shell.Components;

namespace Sekisho.Gate.Pages;

/// <summary>Tones of states and outcomes.</summary>
internal static class MailWords
{
    internal static Tone Of(string state) => state switch
    {
        MailState.Delivered => Tone.Done,
        MailState.Held => Tone.Caution,
        MailState.Blocked or MailState.Undeliverable => Tone.Urgent,
        MailState.Discarded => Tone.Closed,
        _ => Tone.Info,
    };

    internal static Tone OfOutcome(string outcome) => outcome switch { "Clean" => Tone.Done, "Cleaned" => Tone.Info, "Held" => Tone.Caution, "Blocked" => Tone.Urgent, _ => Tone.Plain };
}
