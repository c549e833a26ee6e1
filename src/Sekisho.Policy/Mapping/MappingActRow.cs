namespace Sekisho.Policy.Mapping;

/// <summary>One thing a person did to the sentences of an edition. Never changed and never deleted: an undone act has an act that undoes it.</summary>
public sealed class MappingActRow
{
    public const string Confirm = "confirm", Exclude = "exclude", Undo = "undo";

    public required Guid Id { get; init; }
    public required string DocumentId { get; init; }
    public required Guid EditionId { get; init; }
    /// <summary>From 1, without gaps within the edition.</summary>
    public required int Position { get; init; }
    public required string Kind { get; init; }
    /// <summary>The sentences with what was decided of each, as JSON; [] for an undo.</summary>
    public required string Choices { get; init; }
    public Guid? Undoes { get; init; }
    public required string ActedBy { get; init; }
    public required DateTimeOffset ActedAt { get; init; }
    public int RowVersion { get; set; } = 1;
}
