namespace Sekisho.Shell.Routing;

/// <summary>Role codes as constants for <see cref="WhoAttribute"/>; equal to the codes of the shared inventory, plus the installation's administrator.</summary>
public static class Roles
{
    /// <summary>Runs the installation (accounts, jobs). A right of the account, not a role of the policy.</summary>
    public const string Administrator = "ADMIN";
    public const string Mayor = "MAYOR";
    public const string Ciso = "CISO";
    public const string DeptHead = "DEPT_HEAD";
    public const string SectHead = "SECT_HEAD";
    public const string SectOperator = "SECT_OPERATOR";
    public const string SysOwner = "SYS_OWNER";
    public const string SysAdmin = "SYS_ADMIN";
    public const string BldgMgr = "BLDG_MGR";
    public const string DocMgr = "DOC_MGR";
    public const string Auditor = "AUDITOR";
    public const string Committee = "COMMITTEE";
    public const string Csirt = "CSIRT";
}
