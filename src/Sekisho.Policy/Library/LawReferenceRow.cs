namespace Sekisho.Policy.Library;

/// <summary>The version of a law or guideline a person looked at for a document that names it.</summary>
public sealed class LawReferenceRow
{
    public required string DocumentId { get; init; }
    public required string Name { get; init; }
    public required string LawVersion { get; set; }
    public required DateTimeOffset CheckedAt { get; set; }
    public int RowVersion { get; set; } = 1;
}
