using Sekisho.Organisation.Model;

namespace Sekisho.Organisation.Roles;

/// <summary>The neutral roles a person can choose from, and how each is usually filled: a start for the first set-up, never applied by itself.</summary>
internal static class RoleCatalogue
{
    private static readonly string[] Parts = [UnitClasses.Department, UnitClasses.Secretariat];

    /// <summary>Codes a role name can be mapped to. MAYOR and ALL_STAFF have no seat of their own.</summary>
    public static IReadOnlyList<string> Codes { get; } =
    [
        "MAYOR", "CISO", "DEPT_HEAD", "SECT_HEAD", "SECT_OPERATOR", "SYS_OWNER", "SYS_ADMIN", "BLDG_OWNER", "BLDG_MGR", "DOC_MGR", "AUDITOR", "COMMITTEE", "CSIRT",
        "ALL_STAFF", "CONTRACTOR", "ENACTING_BODIES",
    ];

    /// <summary>Roles of the whole city: one seat, whatever the organ of the post.</summary>
    public static IReadOnlyList<string> CityWide { get; } = ["MAYOR", "CISO", "SYS_OWNER", "SYS_ADMIN", "AUDITOR", "COMMITTEE", "CSIRT"];

    /// <summary>The usual filling of a role; null where only the city can say.</summary>
    public static (string[] UnitClasses, string Filling, string Filler)? Usual(string role) => role switch
    {
        "DEPT_HEAD" => (Parts, Charge.ByTrait, PostTrait.Head),
        "SECT_HEAD" => ([UnitClasses.Section], Charge.ByTrait, PostTrait.Head),
        "SECT_OPERATOR" => ([UnitClasses.Section], Charge.ByNomination, "SECT_HEAD"),
        "AUDITOR" => ([], Charge.ByNomination, "CISO"),
        "CSIRT" => ([], Charge.ByNomination, "SYS_ADMIN"),
        _ => null,
    };
}
