namespace Sekisho.Policy.Packs;

/// <summary>A pack as it was in force from a moment on.</summary>
internal sealed class PackVersionRow
{
    public required Guid Id { get; init; }
    public required string Code { get; init; }
    public required string City { get; init; }
    public required string Content { get; init; }
    public required string Digest { get; init; }
    public required DateTimeOffset AppliedAt { get; init; }
    public int RowVersion { get; set; } = 1;
}
