using Microsoft.EntityFrameworkCore;
using Sekisho.Kernel;
using Sekisho.Kernel.Facts.Policy;
using Sekisho.Platform;

namespace Sekisho.Policy.Reviews;

/// <summary>The conclusion of a review. "No change" ends it; "revise" ends with the edition that comes of it.</summary>
public sealed record ConcludeReview(Guid ReviewId, int ReadVersion, string Outcome, string Conclusion)
{
    private const int LongestConclusion = 1_000;
    internal static Refusal Gone { get; } = new("policy.review.gone", "この見直し案件がありません。", "見直しの一覧から選び直してください。") { IsNotFound = true };
    internal static Refusal Ended { get; } = new("policy.review.ended", "この見直し案件は終わっています。", "新しい契機があれば、見直しを起こしてください。") { IsConflict = true };

    public Task<Result<int>> RunAsync(CommandRunner commands, Guid commandId, Actor actor, CancellationToken ct) =>
        commands.RunAsync<int>(commandId, "policy.review.conclude", actor, async (work, inner) =>
        {
            var row = await work.Context<DocumentsContext>().Reviews.SingleOrDefaultAsync(r => r.Id == ReviewId, inner);
            if (row is null) return Gone;
            if (row.ClosedOn is not null) return Ended;
            if (row.RowVersion != ReadVersion) return new Refusal("policy.review.changed", "ほかの人が先に変えました。", "画面を読み込み直してください。") { IsConflict = true };
            if (Outcome is not (ReviewRow.NoChange or ReviewRow.Revise)) return new Refusal("policy.review.outcome", "結論が選ばれていません。", "改めないか、改めるかを選んでください。") { Field = "outcome" };
            if (Conclusion.Length is 0 or > LongestConclusion) return new Refusal("policy.review.conclusion", "結論の理由が書かれていないか、長すぎます。", $"理由を{LongestConclusion}字までで書いてください。") { Field = "conclusion" };
            var today = JapanTime.Day(work.Now);
            (row.Outcome, row.Conclusion, row.DecidedOn, row.DecidedBy) = (Outcome, Conclusion, today, actor.PersonId ?? actor.Name);
            work.Audit("policy.review.concluded", new Dictionary<string, object>(StringComparer.Ordinal) { ["review"] = OpenReview.Text(ReviewId), ["outcome"] = Outcome });
            if (Outcome == ReviewRow.NoChange) Close(work, row, null);
            return 1;
        }, ct);

    internal static void Close(UnitOfWork work, ReviewRow row, int? version)
    {
        (row.NewVersion, row.ClosedOn) = (version, JapanTime.Day(work.Now));
        work.Fact(new PolicyReviewClosed(OpenReview.Text(row.Id), row.DocumentId, row.Outcome, version is { } v ? Documents.EditionFacts.Text(v) : null, row.ClosedOn));
    }
}
