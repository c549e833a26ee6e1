namespace Sekisho.Organisation.Model;

/// <summary>人の区分. The codes stand in <c>org.person.recorded</c>.</summary>
public static class PersonClasses
{
    /// <summary>一般職.</summary>
    public const string Regular = "regular";
    /// <summary>特別職.</summary>
    public const string Special = "special";
    /// <summary>議員.</summary>
    public const string AssemblyMember = "assembly_member";
    /// <summary>委員.</summary>
    public const string CommitteeMember = "committee_member";
    /// <summary>会計年度任用職員.</summary>
    public const string FiscalYear = "fiscal_year";
    /// <summary>再任用職員.</summary>
    public const string Reappointed = "reappointed";
    /// <summary>委託先の人.</summary>
    public const string Contractor = "contractor";
    /// <summary>派遣された作業員.</summary>
    public const string Dispatched = "dispatched_worker";

    public static IReadOnlyList<string> All { get; } =
        [Regular, Special, AssemblyMember, CommitteeMember, FiscalYear, Reappointed, Contractor, Dispatched];

    /// <summary>True where the appointment itself has an end: the end of the last post is the leaving (rule M5). 一般職 leave by 退職 only, whatever posts they lack.</summary>
    internal static bool IsByTerm(string personClass) => personClass != Regular;
}
