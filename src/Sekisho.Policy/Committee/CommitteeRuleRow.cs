namespace Sekisho.Policy.Committee;

/// <summary>How the committee decides, as its 運営要領 says. One row.</summary>
public sealed class CommitteeRuleRow
{
    public const int Only = 1;
    public static IReadOnlyList<string> Quorums { get; } = ["half", "majority", "two_thirds"];

    public required int Id { get; init; }
    /// <summary>half: half or more; majority: more than half; two_thirds.</summary>
    public required string Quorum { get; set; }
    /// <summary>A 代理 counts as present and votes.</summary>
    public required bool DeputiesCount { get; set; }
    public required bool WrittenAllowed { get; set; }
    /// <summary>The provision that says so.</summary>
    public required string Basis { get; set; }
    public int RowVersion { get; set; } = 1;
}
