namespace Sekisho.Organisation.Model;

/// <summary>A recorded 委任: one organ opens its rows to another for a time (rule M4). 併任 needs no row: it follows from tenures.</summary>
public sealed record OrganOpening(string OrganCode, string OpenedTo, DateOnly ValidFrom, DateOnly ValidTo, string Basis, int RowVersion = 1)
{
    internal Period Period => new(ValidFrom, ValidTo);
}
