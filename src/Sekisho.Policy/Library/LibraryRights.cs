using Sekisho.Shell.Routing;

namespace Sekisho.Policy.Library;

/// <summary>Who may do what with documents; the routes say the same.</summary>
internal static class LibraryRights
{
    /// <summary>Adds documents and editions, publishes, sends.</summary>
    public static bool Manages(Current current) => current.Has(Roles.Ciso) || current.Has(Roles.SysOwner) || current.Has(Roles.SysAdmin) || current.Has(Roles.Administrator);

    /// <summary>Takes signed papers and lists in. Who only looks (the auditor) is not named here.</summary>
    public static bool TakesPapers(Current current) => Manages(current) || current.Has(Roles.DeptHead) || current.Has(Roles.SectHead) || current.Has(Roles.SectOperator) || current.Has(Roles.DocMgr);

    /// <summary>Sees who of a unit has confirmed.</summary>
    public static bool Sees(Current current, string? organ, string? unit) => current.Has(Roles.SysAdmin) || current.Has(Roles.Ciso) || current.Has(Roles.SysOwner)
        || (organ is not null && unit is not null && current.SeesUnit(organ, unit));
}
