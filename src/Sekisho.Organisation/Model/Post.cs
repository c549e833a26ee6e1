namespace Sekisho.Organisation.Model;

/// <summary>職: a chair in a unit or directly in an organ, whoever sits on it.</summary>
public sealed record Post(string Code, string OrganCode, string? UnitId, string Name, int Sort, DateOnly ValidFrom, DateOnly? ValidTo, int RowVersion = 1)
{
    internal Period Period => new(ValidFrom, ValidTo);
}
