namespace Sekisho.Shell.Routing;

/// <summary>A role a person holds today, with where it reaches: no organ = the whole city, no unit = the whole organ.</summary>
public sealed record HeldRole(string Role, string? OrganCode, string? UnitId)
{
    /// <summary>Role, organ and unit in one claim value.</summary>
    public string ToClaim() => $"{Role}|{OrganCode}|{UnitId}";

    /// <exception cref="FormatException">The value has another form.</exception>
    public static HeldRole FromClaim(string value)
    {
        var parts = value.Split('|');
        if (parts.Length != 3) throw new FormatException("A role claim has three parts.");
        return new HeldRole(parts[0], parts[1].Length == 0 ? null : parts[1], parts[2].Length == 0 ? null : parts[2]);
    }
}
