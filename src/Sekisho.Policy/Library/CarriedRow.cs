namespace Sekisho.Policy.Library;

/// <summary>One obligation whose clause a revision changed, split, merged or took away: a person looks whether it still says what the text says.</summary>
public sealed class CarriedRow
{
    public required Guid EditionId { get; init; }
    public required string ObligationId { get; init; }
    public required string Title { get; init; }
    /// <summary>changed, split, merged or removed.</summary>
    public required string Kind { get; init; }
    public required string OldPlace { get; init; }
    /// <summary>Null when the clause is gone.</summary>
    public string? NewPlace { get; init; }
    public DateTimeOffset? ReviewedAt { get; set; }
    public string? ReviewedBy { get; set; }
    public int RowVersion { get; set; } = 1;
}
