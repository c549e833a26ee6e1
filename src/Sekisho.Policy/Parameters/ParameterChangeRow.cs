namespace Sekisho.Policy.Parameters;

/// <summary>One value of a rule as the city asked for it with its basis; in force from its approval on.</summary>
internal sealed class ParameterChangeRow
{
    public required Guid Id { get; init; }
    /// <summary>What was asked for together is decided together.</summary>
    public required Guid BatchId { get; init; }
    public required string ControlId { get; init; }
    public required string Name { get; init; }
    public required string Value { get; init; }
    public required string Basis { get; init; }
    public required string RequestedBy { get; init; }
    public required DateTimeOffset RequestedAt { get; init; }
    public DateTimeOffset? ApprovedAt { get; set; }
    public int RowVersion { get; set; } = 1;

    /// <summary>As packs write it.</summary>
    public string Key => ControlId + "." + Name;
}
