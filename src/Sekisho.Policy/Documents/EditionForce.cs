using Microsoft.EntityFrameworkCore;
using Sekisho.Conformity.Packs;
using Sekisho.Kernel;
using Sekisho.Platform;
using Sekisho.Policy.Library;
using Sekisho.Policy.Packs;
using Sekisho.PolicyText;

namespace Sekisho.Policy.Documents;

/// <summary>
/// A text takes the place of the one before it: pages show it, obligations are bound to its clauses, the ledger hears of it. Until then a draft of a revision lies beside the text in force.
/// </summary>
internal static class EditionForce
{
    /// <summary>The pack as it answers to a text. A first text must have every clause the pack names; a revision moves clauses, and the pack follows them. Nothing is changed yet.</summary>
    /// <param name="before">The edition that is revised; null when the text is not a revision.</param>
    public static async Task<Result<(AppliedPack Applied, CarryOver? Carried)>> FollowAsync(UnitOfWork work, AppliedPack applied, EditionRow? before, ParsedPolicy parsed, CancellationToken ct)
    {
        if (before is null)
            return ImportEdition.Check(parsed, applied.Pack) is { Count: > 0 } missing ? Result<(AppliedPack, CarryOver?)>.Refused(missing) : (applied, null);
        var row = await work.Context<DocumentsContext>().Packs.AsNoTracking().SingleAsync(p => p.Code == applied.Pack.Code, ct);
        var carried = new CarryOver(applied.Pack, row.Content, before.Tree(), parsed);
        var pack = PackFolder.Open(new PackFile(row.Code + "/pack.yaml", carried.Content), applied.Catalogue);
        if (!pack.IsOk) return pack.As<(AppliedPack, CarryOver?)>();
        return ImportEdition.Check(parsed, pack.Value) is { Count: > 0 } refusals ? Result<(AppliedPack, CarryOver?)>.Refused(refusals) : (applied with { Pack = pack.Value }, carried);
    }

    /// <summary>What the revision leaves for a person to look at.</summary>
    public static void List(UnitOfWork work, EditionRow edition, CarryOver? carried)
    {
        foreach (var review in carried?.Reviews ?? [])
            work.Context<DocumentsContext>().Add(new CarriedRow { EditionId = edition.Id, ObligationId = review.ObligationId, Title = review.Title, Kind = review.Kind, OldPlace = review.OldPlace, NewPlace = review.NewPlace });
    }

    /// <returns>Null when the edition is the document's text now.</returns>
    public static async Task<Refusal?> EnterAsync(UnitOfWork work, EditionRecords.Made made, CarryOver? carried, CancellationToken ct)
    {
        var (context, document, edition) = (work.Context<DocumentsContext>(), made.Document, made.Edition);
        if (made.Pack is { } pack && carried is not null && await ApplyPack.ApplyAsync(work, pack, carried.Content, ct) is { IsOk: false } refused) return refused.Refusals[0];
        if (made.Pack is not null && made.Text.Title.Length > 0) document.Title = made.Text.Title;
        if (made.Before is { } before)
        {
            before.IsCurrent = false;
            before.PublicationState = before.PublicationState == EditionRow.Draft ? EditionRow.Replaced : EditionRow.Superseded;
            await work.SaveAsync(ct); // one text at a time: the database insists
        }
        edition.IsCurrent = true;
        edition.ParentVersion = (await context.Editions.AsNoTracking().SingleOrDefaultAsync(e => e.DocumentId == document.ParentId && e.IsCurrent, ct))?.Version;
        await work.SaveAsync(ct);
        List(work, edition, carried);
        await EditionRecords.WriteAsync(work, made, ct);
        return null;
    }
}
