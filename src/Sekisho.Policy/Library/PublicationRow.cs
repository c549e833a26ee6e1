namespace Sekisho.Policy.Library;

/// <summary>Where an edition was made public, and one look whether it can be reached there.</summary>
public sealed class PublicationRow
{
    public required Guid Id { get; init; }
    public required string DocumentId { get; init; }
    public required int Version { get; init; }
    public required string Place { get; init; }
    public required string Url { get; init; }
    public required DateOnly PublishedOn { get; init; }
    public required bool Reachable { get; init; }
    public required DateTimeOffset CheckedAt { get; init; }
    public int RowVersion { get; set; } = 1;
}
