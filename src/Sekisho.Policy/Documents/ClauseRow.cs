namespace Sekisho.Policy.Documents;

/// <summary>One clause of an edition; position counts from 0 in printed order.</summary>
public sealed class ClauseRow
{
    public required Guid EditionId { get; init; }
    public required string Path { get; init; }
    public required int Position { get; init; }
    public required string Level { get; init; }
    public required string PrintedLabel { get; init; }
    public required string Caption { get; init; }
    public required string Body { get; init; }
    public required int SentenceCount { get; init; }
}
