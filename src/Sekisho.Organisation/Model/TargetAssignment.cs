namespace Sekisho.Organisation.Model;

/// <summary>A thing of another module and the unit that is in charge of it, for a time.</summary>
/// <param name="TargetKind">Code of the kind of target, e.g. system.</param>
public sealed record TargetAssignment(string TargetKind, string TargetId, string UnitId, DateOnly ValidFrom, DateOnly? ValidTo, int RowVersion = 1)
{
    internal Period Period => new(ValidFrom, ValidTo);
}
