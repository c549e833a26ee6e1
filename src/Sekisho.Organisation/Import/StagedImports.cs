using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Sekisho.Kernel;
using Sekisho.Organisation.Store;
using Sekisho.Organisation.Walls;
using Sekisho.Platform;

namespace Sekisho.Organisation.Import;

/// <summary>Staged uploads as their uploader sees them: look again, apply. For everybody else they do not exist (rule M3).</summary>
internal static class StagedImports
{
    public static async Task<(ImportBatch Batch, IReadOnlyList<ImportFile> Files)?> FindAsync(OrganisationContext db, Guid id, string? person, CancellationToken ct)
    {
        var batch = await db.Set<ImportBatch>().AsNoTracking().FirstOrDefaultAsync(b => b.Id == id && b.UploadedBy == person, ct);
        if (batch is null) return null;
        return (batch, batch.Files is { } json ? JsonSerializer.Deserialize<List<ImportFile>>(json)! : []);
    }

    /// <summary>Imports what was staged and forgets its text, in one transaction.</summary>
    public static Task<Result<ImportResult>> ApplyAsync(CommandRunner runner, Guid commandId, Guid id, Actor actor, CancellationToken ct) =>
        runner.RunAsync<ImportResult>(commandId, "organisation.apply-import", actor, async (work, token) =>
        {
            await RosterCommands.LockAsync(work, token);
            var db = work.Context<OrganisationContext>();
            if (await FindAsync(db, id, actor.PersonId, token) is not { } staged) return Gone;
            if (staged.Batch.Files is null) return new Refusal("import.applied", "この取込みはもう済んでいます。", "体制の表で結果を確かめてください。") { IsConflict = true };
            var roster = await RosterReader.ReadAsync(db, token);
            var decided = ImportRoster.Decide(roster, new ImportRoster(staged.Files), OrganWall.Of(roster, actor, JapanTime.Day(work.Now)));
            if (!decided.IsOk) return decided.As<ImportResult>();
            await RosterCommands.ApplyAsync(work, db, roster, decided.Value.Next, token);
            db.Update(staged.Batch with { Files = null, AppliedAt = work.Now });
            work.Audit(decided.Value.Audit.Name, decided.Value.Audit.Payload, null, TargetRef.City);
            return decided.Value.Answer;
        }, ct);

    internal static Refusal Gone { get; } = new("import.unknown", "その取込みが見つかりません。", "ファイルを選び直してください。") { IsNotFound = true };
}
