namespace Sekisho.Organisation.Model;

/// <summary>What kinds of units there are. The codes stand in <c>org.unit.recorded</c> and in charges.</summary>
public static class UnitClasses
{
    /// <summary>部.</summary>
    public const string Department = "department";
    /// <summary>事務局 of an organ: stands where a 部 stands.</summary>
    public const string Secretariat = "secretariat";
    /// <summary>課.</summary>
    public const string Section = "section";
    /// <summary>係, 担当.</summary>
    public const string Team = "team";
    /// <summary>施設, 学校, 保育園 and other places outside the main building.</summary>
    public const string Facility = "facility";

    public static IReadOnlyList<string> All { get; } = [Department, Secretariat, Section, Team, Facility];
}
