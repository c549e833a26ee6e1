namespace Sekisho.Organisation.Model;

/// <summary>執行機関 or 議会: a wall inside the installation (rule M4).</summary>
/// <param name="Code">Short ASCII code chosen by the city, e.g. "mayor".</param>
public sealed record Organ(string Code, string Name, int Sort, DateOnly ValidFrom, DateOnly? ValidTo, int RowVersion = 1)
{
    /// <summary>Stands in <see cref="Charge.OrganCode"/> for a role of the whole city; never a code of an organ.</summary>
    public const string CityWide = "city";

    internal Period Period => new(ValidFrom, ValidTo);
}
