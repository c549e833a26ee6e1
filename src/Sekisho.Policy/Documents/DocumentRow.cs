namespace Sekisho.Policy.Documents;

/// <summary>A document of the policy's three levels. Its texts are editions.</summary>
public sealed class DocumentRow
{
    public const string Public = "public";
    public const string Closed = "closed";

    public required string Id { get; init; }
    public required string Kind { get; set; }
    public required string Title { get; set; }
    public string? PackCode { get; set; }
    public string? ParentId { get; set; }
    public required string DisclosureClass { get; set; }
    /// <summary>True for the policy the Local Autonomy Act asks for (地方自治法244条の6).</summary>
    public bool Statutory { get; set; }
    /// <summary>True where the policy asks for an analysis of risks before it is revised.</summary>
    public bool AnalysisRequired { get; set; }
    public required DateTimeOffset CreatedAt { get; init; }
    public int RowVersion { get; set; } = 1;
}
