namespace Sekisho.Policy.Library;

/// <summary>An edition sent to everybody in office with a day until which they confirm that they have read it and will keep it.</summary>
public sealed class DistributionRow
{
    public required Guid Id { get; init; }
    public required string DocumentId { get; init; }
    public required int Version { get; init; }
    public required DateOnly DueOn { get; init; }
    public required DateTimeOffset SentAt { get; init; }
    /// <summary>Person id, or the name of a service.</summary>
    public required string SentBy { get; init; }
    public int RowVersion { get; set; } = 1;
}
