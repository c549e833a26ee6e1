using Microsoft.EntityFrameworkCore;
using Sekisho.Kernel;
using Sekisho.Kernel.Facts;
using Sekisho.Kernel.Facts.Policy;
using Sekisho.Platform;
using Sekisho.Policy.Packs;

namespace Sekisho.Policy.Reviews;

/// <summary>A cause to review the policy is recorded, and with it the review that looks into it.</summary>
/// <param name="Kind">A code of <see cref="TriggerKinds"/>.</param>
/// <param name="Cause">What it was.</param>
/// <param name="OccurredOn">The day it happened; not later than today.</param>
/// <param name="DueOn">The conclusion is wanted until then.</param>
public sealed record OpenReview(string Kind, string Cause, DateOnly OccurredOn, DateOnly DueOn)
{
    /// <summary>A review is concluded within three months unless a person says another day.</summary>
    public const int UsualDays = 90;
    private const int LongestCause = 200, LongestDays = 366;
    /// <summary>The control every obligation to review the policy is bound to.</summary>
    internal const string Control = "POL-12";

    /// <returns>The review's id.</returns>
    public Task<Result<Guid>> RunAsync(CommandRunner commands, PackLibrary packs, Guid commandId, Actor actor, CancellationToken ct) =>
        commands.RunAsync<Guid>(commandId, "policy.review.open", actor, async (work, inner) =>
        {
            if (await packs.AppliedAsync(work, inner) is not { } applied) return new Refusal("policy.review.closed", "方針がまだありません。", "方針を取り込んでから起こしてください。");
            var today = JapanTime.Day(work.Now);
            var wrong = new List<Refusal>();
            if (!TriggerKinds.All.Contains(Kind, StringComparer.Ordinal)) wrong.Add(new Refusal("policy.review.kind", "見直しの契機が選ばれていません。", "契機を一つ選んでください。") { Field = "kind" });
            if (Cause.Length is 0 or > LongestCause) wrong.Add(new Refusal("policy.review.cause", "何があったかが書かれていないか、長すぎます。", $"何があったかを{LongestCause}字までで書いてください。") { Field = "cause" });
            if (OccurredOn > today) wrong.Add(new Refusal("policy.review.day", "契機の日が先の日です。", "起きた日を入れてください。") { Field = "occurred" });
            if (DueOn <= today || DueOn > today.AddDays(LongestDays)) wrong.Add(new Refusal("policy.review.due", "期限が、明日から一年以内の日ではありません。", "結論を出す日を入れてください。") { Field = "due" });
            if (wrong.Count > 0) return Result<Guid>.Refused(wrong);
            return Open(work, applied, Kind, Cause, OccurredOn, DueOn);
        }, ct);

    /// <summary>By the product itself: another module's case, or a law that has another version now. The same cause opens one review only.</summary>
    internal static async Task<Guid?> OnceAsync(UnitOfWork work, AppliedPack applied, string kind, string cause, DateOnly occurredOn, CancellationToken ct)
    {
        if (await work.Context<DocumentsContext>().Reviews.AnyAsync(r => r.DocumentId == applied.DocumentId && r.TriggerKind == kind && r.TriggerRef == cause, ct)) return null;
        return Open(work, applied, kind, cause, occurredOn, JapanTime.Day(work.Now).AddDays(UsualDays));
    }

    private static Guid Open(UnitOfWork work, AppliedPack applied, string kind, string cause, DateOnly occurredOn, DateOnly dueOn)
    {
        var today = JapanTime.Day(work.Now);
        var paths = applied.Pack.Obligations.Where(o => o.Controls.Contains(Control, StringComparer.Ordinal)).Select(o => o.Place.Text).Distinct(StringComparer.Ordinal).ToList();
        var row = new ReviewRow
        {
            Id = work.Ids.Next(), DocumentId = applied.DocumentId, TriggerId = work.Ids.Next(), TriggerKind = kind, TriggerRef = cause, OccurredOn = occurredOn, Paths = string.Join(';', paths),
            OpenedOn = today, DueOn = dueOn, OpenedBy = work.Actor.PersonId ?? work.Actor.Name,
        };
        work.Context<DocumentsContext>().Add(row);
        work.Fact(new PolicyReviewTriggered(Text(row.TriggerId), kind, Reference(row), occurredOn));
        work.Fact(new PolicyReviewOpened(Text(row.Id), Text(row.TriggerId), kind, Reference(row), FactList.From(paths), today, dueOn));
        return row.Id;
    }

    /// <summary>A person's words stay in the row; the ledger is told which row.</summary>
    private static string Reference(ReviewRow row) => "review:" + Text(row.Id);

    internal static string Text(Guid id) => id.ToString("D", System.Globalization.CultureInfo.InvariantCulture);
}
