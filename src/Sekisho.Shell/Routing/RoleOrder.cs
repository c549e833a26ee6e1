namespace Sekisho.Shell.Routing;

/// <summary>Which of several roles a person starts a session in: the one with the most daily work. Choosing another is one click.</summary>
internal static class RoleOrder
{
    // Duties of the day first, then lines of command from the section upwards, then bodies that meet now and then, then what everybody is.
    private static readonly string[] First =
    [
        Roles.SysAdmin, Roles.Csirt, Roles.SectOperator, Roles.SectHead, Roles.SysOwner, Roles.DocMgr, Roles.BldgMgr, "BLDG_OWNER",
        Roles.DeptHead, Roles.Auditor, Roles.Ciso, Roles.Mayor, Roles.Committee, Roles.Administrator,
    ];

    /// <summary>The role to begin with; null when none is held. Roles the list does not name come last, in the order given.</summary>
    public static string? Start(IEnumerable<string> roles) => roles.OrderBy(Rank).FirstOrDefault();

    private static int Rank(string role) => Array.IndexOf(First, role) is >= 0 and var at ? at : First.Length;
}
