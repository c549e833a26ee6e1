using Sekisho.Organisation.Model;

namespace Sekisho.Organisation.Import;

/// <summary>Words a CSV may use for the codes of closed lists. They are part of the file format, not of the screen.</summary>
internal static class ImportWords
{
    public static IReadOnlyDictionary<string, string> UnitClass { get; } = Map(
        ("部", UnitClasses.Department), ("事務局", UnitClasses.Secretariat), ("課", UnitClasses.Section), ("係", UnitClasses.Team), ("施設", UnitClasses.Facility));

    public static IReadOnlyDictionary<string, string> PersonClass { get; } = Map(
        ("一般職", PersonClasses.Regular), ("特別職", PersonClasses.Special), ("議員", PersonClasses.AssemblyMember), ("委員", PersonClasses.CommitteeMember),
        ("会計年度任用職員", PersonClasses.FiscalYear), ("再任用職員", PersonClasses.Reappointed), ("委託先", PersonClasses.Contractor), ("派遣", PersonClasses.Dispatched));

    public static IReadOnlyDictionary<string, string> State { get; } = Map(
        ("在職", PersonState.Active), ("休職", PersonState.OnLeave), ("育休", PersonState.ChildcareLeave), ("長期派遣", PersonState.SentAway), ("退職", PersonState.Retired));

    public static IReadOnlyDictionary<string, string> TenureKind { get; } = Map(
        ("本務", Tenure.Main), ("兼務", Tenure.Concurrent), ("事務取扱", Tenure.Concurrent), ("職務代理", Tenure.Acting));

    public static IReadOnlyDictionary<string, string> Filling { get; } = Map(
        ("職", Charge.ByPost), ("属性", Charge.ByTrait), ("指名", Charge.ByNomination));

    private static Dictionary<string, string> Map(params (string Word, string Code)[] pairs) => pairs.ToDictionary(p => p.Word, p => p.Code, StringComparer.Ordinal);
}
