namespace Sekisho.Policy.Exceptions;

/// <summary>One article of the policy held against the stricter system a unit goes by.</summary>
public sealed class EquivalenceRow
{
    public required Guid ExceptionId { get; init; }
    /// <summary>The article.</summary>
    public required string Path { get; init; }
    /// <summary>Name of the system, e.g. of a certification.</summary>
    public required string Scheme { get; set; }
    public required bool Met { get; set; }
    /// <summary>What is done where the system does not meet the article.</summary>
    public required string Alternative { get; set; }
    /// <summary>First day no longer.</summary>
    public required DateOnly ValidTo { get; set; }
    public required string ComparedBy { get; set; }
    public required DateOnly ComparedOn { get; set; }
    public int RowVersion { get; set; } = 1;
}
