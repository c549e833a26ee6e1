using Sekisho.Shell.Routing;

namespace Sekisho.Policy.Committee;

/// <summary>Who keeps the committee's papers; the routes say who reads them.</summary>
internal static class CommitteeRights
{
    /// <summary>The secretariat: convenes, records, closes.</summary>
    public static bool Keeps(Current current) => current.PersonId is not null && (current.Has(Roles.Ciso) || current.Has(Roles.SysOwner) || current.Has(Roles.SysAdmin));

    /// <summary>Reads agenda and minutes: the secretariat, members, the mayor, auditors.</summary>
    public static bool Reads(Current current) => Keeps(current) || current.Has(Roles.Committee) || current.Has(Roles.Mayor) || current.Has(Roles.Auditor);
}
