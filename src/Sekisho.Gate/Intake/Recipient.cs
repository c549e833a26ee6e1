namespace Sekisho.Gate.Intake;

/// <summary>One address of an envelope and where its mail goes.</summary>
/// <param name="Named">As the sender wrote it, lower case.</param>
/// <param name="Address">Where it goes; another one when the named address is nobody's.</param>
/// <param name="UnitId">Unit of the person, or the unit itself; null when it has none.</param>
internal sealed record Recipient(string Named, string Address, string OrganCode, string? UnitId)
{
    internal bool IsStray => !string.Equals(Named, Address, StringComparison.Ordinal);
}
