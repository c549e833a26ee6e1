using Microsoft.EntityFrameworkCore;
using Sekisho.Kernel;
using Sekisho.Platform;
using Sekisho.Policy.Documents;

namespace Sekisho.Policy.Reviews;

/// <summary>
/// Where the policy asks for it (a setting of its pack), a revision is neither decided nor published before an analysis of risks is attached to the review that leads to it.
/// </summary>
internal static class RevisionGate
{
    /// <summary>Null when the edition may go on.</summary>
    public static async Task<Refusal?> CheckAsync(UnitOfWork work, DocumentRow document, CancellationToken ct)
    {
        if (!document.AnalysisRequired) return null;
        var context = work.Context<DocumentsContext>();
        var analysed = await (from r in context.Reviews join a in context.Analyses on r.Id equals a.ReviewId where r.DocumentId == document.Id && r.ClosedOn == null && r.Outcome == ReviewRow.Revise select r.Id).AnyAsync(ct);
        return analysed ? null : new Refusal("policy.revision.analysis", "この方針は、改める前にリスクの分析を求めています。分析の付いた、改めるという結論の見直し案件がありません。",
            "「方針の見直し」で案件を起こし、リスクの分析を記録し、改めると結論してから、もう一度公開してください。");
    }

    /// <summary>Where the policy names the body that approves its revision, an edition is published with its resolution only. Null when it may go on.</summary>
    public static async Task<Refusal?> UnresolvedAsync(UnitOfWork work, Packs.PackLibrary packs, EditionRow edition, CancellationToken ct) =>
        edition.DecisionId is null && await packs.AppliedAsync(work, ct) is { } applied && applied.Pack.Settings.Text("review.approval_body") is { Length: > 0 } body
            ? new Refusal("policy.publish.resolution", $"この方針の改正には、{body}の議決が要ります。第{edition.Version}版には議決がありません。", "「委員会」の議題に載せ、可決してから公開してください。") : null;

    /// <summary>The edition is out: the reviews that led to it are done.</summary>
    public static async Task ClosedByAsync(UnitOfWork work, string documentId, int version, CancellationToken ct)
    {
        foreach (var row in await work.Context<DocumentsContext>().Reviews.Where(r => r.DocumentId == documentId && r.ClosedOn == null && r.Outcome == ReviewRow.Revise).ToListAsync(ct))
            ConcludeReview.Close(work, row, version);
    }
}
