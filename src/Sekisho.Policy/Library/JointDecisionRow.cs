namespace Sekisho.Policy.Library;

/// <summary>The decision of one of the bodies in whose name an edition is set.</summary>
public sealed class JointDecisionRow
{
    public required string DocumentId { get; init; }
    public required int Version { get; init; }
    public required string OrganCode { get; init; }
    public required DateOnly DecidedOn { get; set; }
    public required string DecisionRef { get; set; }
    public int RowVersion { get; set; } = 1;
}
