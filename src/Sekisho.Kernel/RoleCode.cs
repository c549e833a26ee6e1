namespace Sekisho.Kernel;

/// <summary>A neutral role code of the shared inventory, e.g. CISO or SECT_HEAD. Ordinal, upper case ASCII, digits and underscore.</summary>
public readonly record struct RoleCode
{
    public static readonly RoleCode City = new("CITY"), Mayor = new("MAYOR"), Ciso = new("CISO"), DeptHead = new("DEPT_HEAD"),
        SectHead = new("SECT_HEAD"), SectOperator = new("SECT_OPERATOR"), SysOwner = new("SYS_OWNER"), SysAdmin = new("SYS_ADMIN"),
        BldgOwner = new("BLDG_OWNER"), BldgMgr = new("BLDG_MGR"), DocMgr = new("DOC_MGR"), Auditor = new("AUDITOR"),
        Committee = new("COMMITTEE"), Csirt = new("CSIRT"), AllStaff = new("ALL_STAFF"), Contractor = new("CONTRACTOR"),
        EnactingBodies = new("ENACTING_BODIES"), Unmapped = new("UNMAPPED");

    /// <exception cref="ArgumentException">The code is empty or has another character.</exception>
    public RoleCode(string value)
    {
        if (string.IsNullOrEmpty(value) || value.Any(c => !char.IsAsciiLetterUpper(c) && !char.IsAsciiDigit(c) && c != '_'))
            throw new ArgumentException($"'{value}' is not a role code.", nameof(value));
        Value = value;
    }

    public string Value { get; }
    public override string ToString() => Value;
}
