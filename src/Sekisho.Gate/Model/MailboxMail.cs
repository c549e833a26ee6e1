namespace Sekisho.Gate.Model;

/// <summary>A mail in the demonstration city's mailbox.</summary>
internal sealed class MailboxMail
{
    public required Guid DeliveryId { get; init; }
    public required string Recipient { get; init; }
    public required string MailId { get; init; }
    public required DateTimeOffset ArrivedAt { get; init; }
}
