using Sekisho.Kernel.Calendar;

namespace Sekisho.Policy.Committee;

/// <summary>One meeting of the committee, or one 書面審議.</summary>
public sealed class MeetingRow
{
    public const string Met = "met", Written = "written";
    public const string Convened = "convened", Open = "open", Closed = "closed";

    public required Guid Id { get; init; }
    public required int FiscalYear { get; init; }
    public required int Number { get; init; }
    public required string Mode { get; init; }
    public required DateOnly HeldOn { get; init; }
    public required string Starts { get; init; }
    public required string Place { get; init; }
    public required string Note { get; init; }
    public required string State { get; set; }
    public required string ChairId { get; set; }
    public required string ConvenedBy { get; init; }
    public required DateTimeOffset ConvenedAt { get; init; }
    public DateTimeOffset? OpenedAt { get; set; }
    public DateTimeOffset? ClosedAt { get; set; }
    public int RowVersion { get; set; } = 1;

    public bool IsWritten => Mode == Written;
    /// <summary>令和8年度.</summary>
    public string Year => new FiscalYear(FiscalYear).ToString();
}
