namespace Sekisho.Policy.Findings;

/// <summary>A fault of the text itself and what people decided of it.</summary>
internal sealed class FindingRow
{
    public const string ByRule = "rule";
    public const string ByPerson = "person";
    public const string Open = "open";
    /// <summary>The text was corrected, or an entry of the product settles it.</summary>
    public const string Done = "done";
    /// <summary>Stays as it is, with a reason.</summary>
    public const string Waived = "waived";
    /// <summary>Status in the ledger of a finding the current text no longer has.</summary>
    public const string Gone = "gone";

    public required string Id { get; init; }
    public required string DocumentId { get; init; }
    public required string Source { get; init; }
    public string? Rule { get; init; }
    public required string Kind { get; init; }
    public required string Severity { get; init; }
    public required string Path { get; init; }
    public required string Quote { get; set; }
    public required string TextJa { get; set; }
    public required string TextEn { get; set; }
    public required string Status { get; set; }
    public string? Reason { get; set; }
    /// <summary>False when the current text no longer has it.</summary>
    public required bool IsPresent { get; set; }
    public required DateTimeOffset FoundAt { get; init; }
    public DateTimeOffset? DecidedAt { get; set; }
    public int RowVersion { get; set; } = 1;
}
