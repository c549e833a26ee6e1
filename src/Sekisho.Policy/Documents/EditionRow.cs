namespace Sekisho.Policy.Documents;

/// <summary>One version of a document's text, as it was handed in.</summary>
public sealed class EditionRow
{
    public required Guid Id { get; init; }
    public required string DocumentId { get; init; }
    /// <summary>From 1, in the order of import.</summary>
    public required int Version { get; init; }
    public DateOnly? EnactedOn { get; init; }
    public DateOnly? EffectiveOn { get; init; }
    public string? Number { get; init; }
    public required string TextSha256 { get; init; }
    public required string SourceText { get; init; }
    public required string Encoding { get; init; }
    public required bool IsCurrent { get; set; }
    public required DateTimeOffset ImportedAt { get; init; }
    public int RowVersion { get; set; } = 1;
}
