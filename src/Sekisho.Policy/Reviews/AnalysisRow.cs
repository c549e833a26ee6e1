namespace Sekisho.Policy.Reviews;

/// <summary>The analysis of risks that goes before a revision.</summary>
public sealed class AnalysisRow
{
    public required Guid Id { get; init; }
    public required Guid ReviewId { get; init; }
    public required string DocumentId { get; init; }
    /// <summary>Codes of <see cref="AnalyseRevision.ThreatCodes"/>, joined by ",".</summary>
    public required string Threats { get; init; }
    /// <summary>1 low to 3 high.</summary>
    public required int Likelihood { get; init; }
    /// <summary>1 low to 3 high.</summary>
    public required int Loss { get; init; }
    public required string Findings { get; set; }
    public required string AnalystPersonId { get; init; }
    public required DateOnly AnalysedOn { get; init; }
    public int RowVersion { get; set; } = 1;
}
