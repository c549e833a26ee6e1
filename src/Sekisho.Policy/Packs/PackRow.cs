namespace Sekisho.Policy.Packs;

/// <summary>A pack as it was applied: its whole text, so that a judgment can be repeated without the folder it came from.</summary>
internal sealed class PackRow
{
    public required string Code { get; init; }
    public required string City { get; set; }
    public required string Content { get; set; }
    public required string Digest { get; set; }
    public required DateTimeOffset AppliedAt { get; set; }
    public int RowVersion { get; set; } = 1;
}
