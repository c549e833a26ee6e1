namespace Sekisho.Gate.Model;

/// <summary>One mail on its way to one next server, or into the demonstration mailbox.</summary>
internal sealed class Delivery
{
    public required Guid Id { get; init; }
    public required string MailId { get; init; }
    /// <summary>"relay", "mailbox", or the domain of a route of its own.</summary>
    public required string Route { get; init; }
    public string? Host { get; set; }
    public int? Port { get; set; }
    public required string[] Recipients { get; init; }
    /// <summary>A constant of <see cref="DeliveryState"/>.</summary>
    public required string State { get; set; }
    public required DateTimeOffset QueuedAt { get; init; }
    public DateTimeOffset? DeliveredAt { get; set; }
    public string LastReply { get; set; } = "";
    public int Attempts { get; set; }
    /// <summary>Tries whose end we do not know: the peer may have the mail more than once, with the same Message-ID.</summary>
    public int PossibleDuplicates { get; set; }
    public int RowVersion { get; set; } = 1;
}
