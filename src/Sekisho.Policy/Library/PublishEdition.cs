using Microsoft.EntityFrameworkCore;
using Sekisho.Kernel;
using Sekisho.Platform;
using Sekisho.Policy.Documents;
using Sekisho.Policy.Packs;

namespace Sekisho.Policy.Library;

/// <summary>Makes the waiting edition of a document the published one from a day.</summary>
public sealed record PublishEdition(string DocumentId, DateOnly EffectiveOn)
{
    /// <returns>The version that is now published.</returns>
    public Task<Result<int>> RunAsync(CommandRunner commands, PackLibrary packs, Guid commandId, Actor actor, CancellationToken ct) =>
        commands.RunAsync<int>(commandId, "policy.edition.publish", actor, async (work, inner) =>
        {
            var context = work.Context<DocumentsContext>();
            var document = await context.Documents.SingleOrDefaultAsync(d => d.Id == DocumentId, inner);
            var edition = await context.NextAsync(DocumentId, inner);
            if (document is null || edition is null) return new Refusal("policy.publish.none", "公開する版がありません。", "先に条文を取り込んでください。") { IsNotFound = document is null };
            if (edition.PublicationState != EditionRow.Draft) return new Refusal("policy.publish.done", $"第{edition.Version}版は公開済みです。", "画面を読み込み直してください。") { IsConflict = true };
            if (edition.EnactedOn is { } enacted && EffectiveOn < enacted) return new Refusal("policy.publish.day", "施行日が制定日より前です。", "制定日以後の日を入れてください。") { Field = "effective" };
            if (edition.Version > 1 && await Reviews.RevisionGate.CheckAsync(work, document, inner) is { } unanalysed) return unanalysed;
            if (edition.Version > 1 && document.PackCode is not null && await Reviews.RevisionGate.UnresolvedAsync(work, packs, edition, inner) is { } unresolved) return unresolved;
            (edition.PublicationState, edition.EffectiveOn) = (EditionRow.Published, EffectiveOn);
            if (await EnterAsync(work, packs, document, edition, inner) is { } refused) return refused;
            await Reviews.RevisionGate.ClosedByAsync(work, DocumentId, edition.Version, inner);
            return edition.Version;
        }, ct);

    private static async Task<Refusal?> EnterAsync(UnitOfWork work, PackLibrary packs, DocumentRow document, EditionRow edition, CancellationToken ct)
    {
        var context = work.Context<DocumentsContext>();
        var before = await context.Editions.SingleOrDefaultAsync(e => e.DocumentId == document.Id && e.IsCurrent && e.Id != edition.Id, ct);
        var parsed = edition.Tree();
        if (document.PackCode is null || await packs.AppliedAsync(work, ct) is not { } applied) return await EditionForce.EnterAsync(work, new(document, edition, before, null, parsed), null, ct);
        // The list that was made with the draft is made again: the text in force may have changed since.
        context.RemoveRange(await context.Carried.Where(c => c.EditionId == edition.Id).ToListAsync(ct));
        await work.SaveAsync(ct);
        var followed = await EditionForce.FollowAsync(work, applied, before, parsed, ct);
        return followed.IsOk ? await EditionForce.EnterAsync(work, new(document, edition, before, followed.Value.Applied.Pack, parsed), followed.Value.Carried, ct) : followed.Refusals[0];
    }
}
