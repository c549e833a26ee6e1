namespace Sekisho.Policy.Library;

/// <summary>One person of a distribution; unit and organ are those of the day it was sent.</summary>
public sealed class RecipientRow
{
    /// <summary>The person confirmed on the page.</summary>
    public const string Screen = "screen";
    /// <summary>Somebody holds the signed paper (rule M5).</summary>
    public const string Paper = "paper";
    /// <summary>A list of staff numbers was handed in (rule M5).</summary>
    public const string List = "list";

    public required Guid DistributionId { get; init; }
    public required string PersonId { get; init; }
    public string? OrganCode { get; init; }
    public string? UnitId { get; init; }
    public DateTimeOffset? AcknowledgedAt { get; set; }
    public string? Method { get; set; }
    public int RowVersion { get; set; } = 1;
}
