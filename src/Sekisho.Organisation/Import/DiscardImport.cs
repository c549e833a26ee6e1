using Sekisho.Kernel;
using Sekisho.Platform;

namespace Sekisho.Organisation.Import;

/// <summary>Forgets a staged upload without applying it.</summary>
public sealed record DiscardImport(Guid BatchId)
{
    public const string AuditName = "organisation.import.discarded";

    public Task<Result<Guid>> RunAsync(CommandRunner runner, Guid commandId, Actor actor, CancellationToken ct) =>
        runner.RunAsync<Guid>(commandId, "organisation.discard-import", actor, async (work, token) =>
        {
            var db = work.Context<OrganisationContext>();
            if (await StagedImports.FindAsync(db, BatchId, actor.PersonId, token) is not { } staged) return StagedImports.Gone;
            db.Remove(staged.Batch);
            work.Audit(AuditName, new Dictionary<string, object>(StringComparer.Ordinal) { ["batch"] = BatchId.ToString() }, null, TargetRef.City);
            return BatchId;
        }, ct);
}
