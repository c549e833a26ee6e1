using Sekisho.Shell.Routing;

namespace Sekisho.Policy.Library;

/// <summary>Who may do what with documents; the routes say the same.</summary>
internal static class LibraryRights
{
    /// <summary>Adds documents and editions, publishes, sends.</summary>
    public static bool Manages(Current current) => current.Has(Roles.Ciso) || current.Has(Roles.SysOwner) || current.Has(Roles.SysAdmin) || current.Has(Roles.Administrator);

    /// <summary>Sees who of a unit has confirmed, and takes signed papers in.</summary>
    public static bool Sees(Current current, string? organ, string? unit) => current.Has(Roles.SysAdmin) || current.Has(Roles.Ciso) || current.Has(Roles.SysOwner)
        || (organ is not null && unit is not null && current.SeesUnit(organ, unit));
}
