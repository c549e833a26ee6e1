namespace Sekisho.Gate.Model;

/// <summary>Where a mail stands. Every state is left by a command of this module only.</summary>
internal static class MailState
{
    /// <summary>Kept, waits for the workers.</summary>
    public const string Accepted = "accepted";
    /// <summary>A person decides; nothing has gone out.</summary>
    public const string Held = "held";
    /// <summary>Sanitised, waits for the next server.</summary>
    public const string Sending = "sending";
    /// <summary>The next server has it.</summary>
    public const string Delivered = "delivered";
    /// <summary>The next server refused it for good.</summary>
    public const string Undeliverable = "undeliverable";
    /// <summary>Nothing of it may be delivered.</summary>
    public const string Blocked = "blocked";
    /// <summary>A person decided not to deliver it.</summary>
    public const string Discarded = "discarded";
}
