using Microsoft.EntityFrameworkCore;
using Sekisho.Kernel;
using Sekisho.Platform;

namespace Sekisho.Policy.Library;

/// <summary>A person has looked at obligations that a revision touched.</summary>
public sealed record ReviewCarried(Guid EditionId, IReadOnlyList<string> ObligationIds)
{
    /// <returns>How many were looked at now.</returns>
    public Task<Result<int>> RunAsync(CommandRunner commands, Guid commandId, Actor actor, CancellationToken ct) =>
        commands.RunAsync<int>(commandId, "policy.carried.review", actor, async (work, inner) =>
        {
            if (ObligationIds.Count == 0) return new Refusal("policy.review.none", "確かめた義務が選ばれていません。", "条文と見比べた義務に印を付けてから、もう一度押してください。");
            var rows = await work.Context<DocumentsContext>().Carried.Where(c => c.EditionId == EditionId && c.ReviewedAt == null && ObligationIds.Contains(c.ObligationId)).ToListAsync(inner);
            foreach (var row in rows)
            {
                (row.ReviewedAt, row.ReviewedBy) = (work.Now, actor.PersonId ?? actor.Name);
                work.Audit("policy.obligation.reviewed", new Dictionary<string, object>(StringComparer.Ordinal) { ["obligation"] = row.ObligationId, ["edition"] = EditionId.ToString("D"), ["kind"] = row.Kind });
            }
            return rows.Count;
        }, ct);
}
