namespace Sekisho.Policy.Committee;

/// <summary>A member as appointed on the day of the meeting, and whether they came.</summary>
public sealed class MemberRow
{
    public const string Unknown = "unknown", Present = "present", ByDeputy = "deputy", Absent = "absent";
    public static IReadOnlyList<string> Attendances { get; } = [Present, ByDeputy, Absent];

    public required Guid MeetingId { get; init; }
    public required string PersonId { get; init; }
    /// <summary>Codes of the other roles the member held that day, joined by ";": who sits there as what.</summary>
    public required string Post { get; init; }
    public required string Attendance { get; set; }
    /// <summary>Who came in the member's place.</summary>
    public required string Deputy { get; set; }
    public int RowVersion { get; set; } = 1;
}
