namespace Sekisho.Policy.Records;

/// <summary>One record of a disposal: what stays when its content is gone.</summary>
public sealed class DisposalItemRow
{
    public required Guid DisposalId { get; init; }
    public required string Kind { get; init; }
    public required string Ref { get; init; }
    public required string Title { get; init; }
    public required string Expiry { get; init; }
    public required DateOnly ExpiresOn { get; init; }
    /// <summary>SHA-256 of the content that was erased; null before.</summary>
    public string? Digest { get; set; }
    public DateTimeOffset? DoneAt { get; set; }
    public int RowVersion { get; set; } = 1;
}
