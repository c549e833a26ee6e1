using Sekisho.PolicyText.Review;

namespace Sekisho.Policy.Drafts;

/// <summary>A text a person handed in and is reviewing. The tree of its beginning is stored, so that a newer reader never changes an open review.</summary>
public sealed class DraftRow
{
    public const string Open = "open";
    public const string Bound = "bound";
    public const string Dropped = "dropped";

    public required Guid Id { get; init; }
    public required string FileName { get; init; }
    public required string SourceText { get; set; }
    public required string Encoding { get; init; }
    /// <summary>What the reader made of it, as <see cref="ReviewJson"/> writes it.</summary>
    public required string Beginning { get; set; }
    /// <summary>What a person did since, in order.</summary>
    public required string Edits { get; set; }
    public required string State { get; set; }
    public string? DocumentId { get; set; }
    public int? EditionVersion { get; set; }
    public required DateTimeOffset StartedAt { get; init; }
    public int RowVersion { get; set; } = 1;

    /// <summary>The tree as it is now.</summary>
    /// <exception cref="InvalidOperationException">The stored edits do not fit the stored beginning.</exception>
    internal ReviewTree Tree() => ReviewJson.ReadEdits(Edits).Aggregate(ReviewJson.ReadTree(Beginning), (tree, edit) => tree.Apply(edit).Value);
}
