using Sekisho.Conformity.Packs;
using Sekisho.Kernel;
using Sekisho.Kernel.Clauses;
using Sekisho.PolicyText;

namespace Sekisho.Policy.Documents;

/// <summary>
/// Binds a text to the pack. Every place the pack names must be a clause of the text; else nothing is taken in and every place that is missing is named.
/// </summary>
internal static class ImportEdition
{
    public static Refusal NoClauses { get; } = new("policy.import.empty", "条文が見つかりませんでした。", "方針の条文が入ったファイルかどうかを確かめてください。");

    /// <summary>All that is wrong at once; empty when the text may be taken in.</summary>
    public static IReadOnlyList<Refusal> Check(ParsedPolicy text, Pack pack)
    {
        if (text.All.Count == 0) return [NoClauses];
        var paths = text.All.Select(c => c.Path).ToHashSet();
        var refusals = new List<Refusal>();
        foreach (var obligation in pack.Obligations)
        {
            foreach (var place in obligation.Place.Unresolved(paths)) refusals.Add(Unresolved($"義務 {obligation.Id}「{obligation.Title}」", place));
        }
        foreach (var (what, path) in OtherPlaces(pack))
        {
            if (ClauseRef.Parse(path) is not { } place || !paths.Contains(place)) refusals.Add(Unresolved(what, path));
        }
        return refusals;
    }

    /// <summary>The day the text was set and the day it came into force: the newest of the pack's history.</summary>
    public static (DateOnly? Enacted, DateOnly? Effective) Days(Pack pack)
    {
        var enacted = Newest(pack, e => e is not ("effective" or "supersedes"));
        return (enacted, Newest(pack, e => e == "effective") ?? enacted);
    }

    private static DateOnly? Newest(Pack pack, Func<string, bool> isWanted)
    {
        var days = pack.Document.History.Where(h => isWanted(h.Event))
            .Select(h => DateOnly.TryParseExact(h.Date, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var day) ? day : (DateOnly?)null)
            .OfType<DateOnly>().ToList();
        return days.Count == 0 ? null : days.Max();
    }

    private static IEnumerable<(string What, string Path)> OtherPlaces(Pack pack) =>
        [
            .. pack.Zones.Where(z => z.Path is not null).Select(z => ($"区分「{z.LocalName}」", z.Path!)),
            .. pack.Roles.Where(r => r.Path is not null).Select(r => ($"役割「{r.LocalName}」", r.Path!)),
            .. pack.Scope.Where(s => s.Path is not null).Select(s => ($"適用範囲「{s.Name}」", s.Path!)),
            .. pack.Routes.Where(r => r.Path is not null).Select(r => ($"経路 {r.From}→{r.To}", r.Path!)),
        ];

    private static Refusal Unresolved(string what, string place) =>
        new("policy.import.unresolved", $"{what}が指す「{place}」が、この条文に在りません。", "パックの path を条文に合わせるか、別の版の条文を選んでください。");
}
