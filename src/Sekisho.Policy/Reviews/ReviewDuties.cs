using Sekisho.Kernel;
using Sekisho.Platform.Duties;
using Sekisho.Platform.Registries;
using Sekisho.Policy.Duties;
using Sekisho.Policy.Packs;

namespace Sekisho.Policy.Reviews;

/// <summary>What reviews ask of the CISO, for the one duty engine: to ask once a year whether the policy still fits, and to conclude each open review by its day. Pure.</summary>
internal static class ReviewDuties
{
    public const string Source = "policy.review", Yearly = Source + "/yearly/";
    private const int YearlyDays = 20, RemindDays = 5;
    private static readonly Cadence Standing = Cadence.Parse("P99Y")!.Value;

    public static IReadOnlyList<DutyDefinition> Of(AppliedPack applied, IReadOnlyList<ReviewRow> open, IReadOnlyList<RoleHolder> holders, DateOnly today)
    {
        var position = applied.Pack.Obligations.TakeWhile(o => !o.Controls.Contains(OpenReview.Control, StringComparer.Ordinal)).Count();
        var asks = position < applied.Pack.Obligations.Count;
        var year = DutyPeriod.Of(applied.Catalogue.Find(OpenReview.Control)?.Interval, position);
        return [.. holders.Where(h => h.Role == RoleCode.Ciso).Select(h => h.OrganCode).Distinct(StringComparer.Ordinal).SelectMany(organ => open.Select(r => One(r, organ, today))
            .Concat(asks && year is not null ? [new DutyDefinition(Yearly + organ, Source, "方針を見直すかを確かめる", RoleCode.Ciso, DutyScope.Organ, organ, null, year.Cadence, year.FirstAfter(today), YearlyDays, RemindDays, ReviewLink.New(TriggerKinds.Yearly))] : []))];
    }

    public static string IdOf(Guid review, string organ) => Source + "/" + OpenReview.Text(review) + "/" + organ;

    /// <summary>Five of seven days are open ones; the engine counts 営業日.</summary>
    private static DutyDefinition One(ReviewRow row, string organ, DateOnly today) =>
        new(IdOf(row.Id, organ), Source, "方針の見直しに結論を出す", RoleCode.Ciso, DutyScope.Organ, organ, null, Standing, today, Math.Max(1, (row.DueOn.DayNumber - row.OpenedOn.DayNumber) * 5 / 7), RemindDays, ReviewLink.One(row.Id));
}
