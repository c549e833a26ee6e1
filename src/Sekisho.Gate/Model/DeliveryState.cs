namespace Sekisho.Gate.Model;

/// <summary>Where the way onward of a mail stands.</summary>
internal static class DeliveryState
{
    public const string Queued = "queued";
    /// <summary>No relay is set: waits until one is.</summary>
    public const string NoRelay = "no-relay";
    public const string Delivered = "delivered";
    public const string Failed = "failed";
}
