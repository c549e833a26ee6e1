using Microsoft.EntityFrameworkCore;
using Sekisho.Kernel;
using Sekisho.Platform;
using Sekisho.Policy.Documents;

namespace Sekisho.Policy.Library;

/// <summary>Makes the waiting edition of a document the published one from a day.</summary>
public sealed record PublishEdition(string DocumentId, DateOnly EffectiveOn)
{
    /// <returns>The version that is now published.</returns>
    public Task<Result<int>> RunAsync(CommandRunner commands, Guid commandId, Actor actor, CancellationToken ct) =>
        commands.RunAsync<int>(commandId, "policy.edition.publish", actor, async (work, inner) =>
        {
            var context = work.Context<DocumentsContext>();
            var document = await context.Documents.SingleOrDefaultAsync(d => d.Id == DocumentId, inner);
            var edition = await context.Editions.SingleOrDefaultAsync(e => e.DocumentId == DocumentId && e.IsCurrent, inner);
            if (document is null || edition is null) return new Refusal("policy.publish.none", "公開する版がありません。", "先に条文を取り込んでください。") { IsNotFound = document is null };
            if (edition.PublicationState != EditionRow.Draft) return new Refusal("policy.publish.done", $"第{edition.Version}版は公開済みです。", "画面を読み込み直してください。") { IsConflict = true };
            if (edition.EnactedOn is { } enacted && EffectiveOn < enacted) return new Refusal("policy.publish.day", "施行日が制定日より前です。", "制定日以後の日を入れてください。") { Field = "effective" };
            if (edition.Version > 1 && await Reviews.RevisionGate.CheckAsync(work, document, inner) is { } unanalysed) return unanalysed;
            var older = await context.Editions.Where(e => e.DocumentId == DocumentId && e.PublicationState == EditionRow.Published).ToListAsync(inner);
            foreach (var row in older) row.PublicationState = EditionRow.Superseded;
            (edition.PublicationState, edition.EffectiveOn) = (EditionRow.Published, EffectiveOn);
            work.Fact(EditionFacts.Version(document, edition, older.Count > 0 ? EditionFacts.Text(older.Max(e => e.Version)) : null));
            await Reviews.RevisionGate.ClosedByAsync(work, DocumentId, edition.Version, inner);
            return edition.Version;
        }, ct);
}
