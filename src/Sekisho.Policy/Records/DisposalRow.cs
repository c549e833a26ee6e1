namespace Sekisho.Policy.Records;

/// <summary>A list of records put up for disposal; nothing is erased before it is approved.</summary>
public sealed class DisposalRow
{
    public required Guid Id { get; init; }
    public required string Reason { get; init; }
    public required string RequestedBy { get; init; }
    public required DateTimeOffset RequestedAt { get; init; }
    public DateTimeOffset? ApprovedAt { get; set; }
    public int RowVersion { get; set; } = 1;
}
