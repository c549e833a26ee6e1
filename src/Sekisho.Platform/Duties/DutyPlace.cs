namespace Sekisho.Platform.Duties;

/// <summary>Where a duty falls due: an organ, or a unit of it.</summary>
public sealed record DutyPlace(string OrganCode, string? UnitId);
