using Sekisho.Kernel;
using Sekisho.Kernel.Calendar;
using Sekisho.Platform;
using Sekisho.Platform.Duties;
using Sekisho.Platform.Registries;
using Sekisho.Policy.Documents;
using Sekisho.Policy.Packs;

namespace Sekisho.Policy.Duties;

/// <summary>One person asks the holders of a role to mend a cell of the board by a day.</summary>
/// <param name="Cell">The article and the column, as in the board's address.</param>
/// <param name="Title">The article as people call it.</param>
/// <param name="Responsible">Role, organ and unit of the holders who are asked.</param>
/// <param name="Words">What is asked for, in a line.</param>
internal sealed record RequestCorrection(Kernel.Clauses.ClauseRef Path, string Column, string Title, (RoleCode Role, string OrganCode, string? UnitId) Responsible, string Words, DateOnly DueOn)
{
    private const int LongestWords = 100, LongestDays = 366;
    private static readonly Cadence Standing = Cadence.Parse("P99Y")!.Value;

    /// <summary>The duty, or every reason why not.</summary>
    /// <param name="request">Names the duty; the same request again is the same duty.</param>
    public Result<DutyDefinition> Decide(Guid request, string documentId, HolidayCalendar calendar, IReadOnlyList<RoleHolder> holders, DateOnly today)
    {
        var wrong = new List<Refusal>();
        if (!holders.Any(h => h.Role == Responsible.Role && h.OrganCode == Responsible.OrganCode && h.UnitId == Responsible.UnitId))
            wrong.Add(new Refusal("policy.correction.who", "頼む相手の役割に、今日就いている人がいません。", "一覧から選び直してください。") { Field = "who" });
        if (DueOn <= today || DueOn > today.AddDays(LongestDays))
            wrong.Add(new Refusal("policy.correction.due", "期限は、明日から一年以内の日ではありません。", "直すのに要る日数を見て、期限を入れてください。") { Field = "due" });
        if (Words.Length is 0 or > LongestWords)
            wrong.Add(new Refusal("policy.correction.words", "頼むことがないか、長すぎます。", "何を直すかを100字までで書いてください。") { Field = "words" });
        if (wrong.Count > 0) return Result<DutyDefinition>.Refused(wrong);
        var open = Enumerable.Range(1, DueOn.DayNumber - today.DayNumber).Count(n => calendar.IsBusinessDay(today.AddDays(n)));
        return new DutyDefinition(Corrections.IdOf(Path.ToString(), Column, request), Corrections.Source, $"是正の依頼: {Title}({Words})", Responsible.Role,
            Responsible.UnitId is null ? DutyScope.Organ : DutyScope.Unit, Responsible.OrganCode, Responsible.UnitId, Standing, today, open, Math.Min(3, open), PolicyLink.Article(documentId, Path));
    }
}
