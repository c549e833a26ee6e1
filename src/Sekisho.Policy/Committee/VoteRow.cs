namespace Sekisho.Policy.Committee;

/// <summary>How one member stood to one proposal.</summary>
public sealed class VoteRow
{
    public const string For = "for", Against = "against", Abstain = "abstain", Excluded = "excluded";
    public static IReadOnlyList<string> Choices { get; } = [For, Against, Abstain, Excluded];

    public required Guid ItemId { get; init; }
    public required string PersonId { get; init; }
    public required string Choice { get; set; }
    public required string Remark { get; set; }
    public int RowVersion { get; set; } = 1;
}
