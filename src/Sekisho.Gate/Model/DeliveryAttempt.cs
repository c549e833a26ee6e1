namespace Sekisho.Gate.Model;

/// <summary>One try of a delivery; open while the peer has not answered.</summary>
internal sealed class DeliveryAttempt
{
    public required Guid DeliveryId { get; init; }
    public required int Number { get; init; }
    public required DateTimeOffset StartedAt { get; init; }
    public DateTimeOffset? EndedAt { get; set; }
}
