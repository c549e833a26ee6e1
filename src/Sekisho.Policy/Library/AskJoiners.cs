using Microsoft.EntityFrameworkCore;
using Sekisho.Kernel;
using Sekisho.Platform;
using Sekisho.Policy.Documents;

namespace Sekisho.Policy.Library;

/// <summary>People who came after an edition was sent are asked within the day (rule M5). Who left keeps the row and is no longer counted by the rules.</summary>
internal static class AskJoiners
{
    /// <returns>How many were asked.</returns>
    public static Task<Result<int>> RunAsync(CommandRunner commands, Guid commandId, CancellationToken ct) =>
        commands.RunAsync<int>(commandId, "policy.edition.joiners", Actor.Service("policy"), async (work, inner) =>
        {
            var context = work.Context<DocumentsContext>();
            var open = await (from d in context.Distributions join e in context.Editions on new { d.DocumentId, d.Version } equals new { e.DocumentId, e.Version } where e.IsCurrent select d).ToListAsync(inner);
            if (open.Count == 0) return 0;
            var asked = 0;
            foreach (var row in open)
            {
                var known = await context.Recipients.Where(r => r.DistributionId == row.Id).Select(r => new { r.PersonId, r.UnitId }).ToListAsync(inner);
                var ids = known.Select(k => k.PersonId).ToHashSet(StringComparer.Ordinal);
                var document = await context.Documents.AsNoTracking().SingleAsync(d => d.Id == row.DocumentId, inner);
                var joined = (await Distribute.StaffAsync(work, document, inner)).Where(p => !ids.Contains(p.Target.Id)).ToList();
                if (joined.Count == 0) continue;
                Distribute.Send(work, context, document, row, joined, unit => known.Count(k => k.UnitId == unit));
                asked += joined.Count;
            }
            return asked;
        }, ct);
}
