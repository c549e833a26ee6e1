using Microsoft.EntityFrameworkCore;
using Sekisho.Conformity.Packs;
using Sekisho.Kernel;
using Sekisho.Kernel.Facts.Policy;
using Sekisho.Platform;
using Sekisho.Platform.Registries;
using Sekisho.Policy.Documents;
using Sekisho.Policy.Scope;

namespace Sekisho.Policy.Packs;

/// <summary>Takes a pack into use: its obligations, its document without text, and its scope as proposals that wait for a person.</summary>
public sealed class ApplyPack(CommandRunner commands, PackFolder folder)
{
    /// <summary>Applies the pack of this code; the same pack again changes nothing.</summary>
    /// <returns>The document's id.</returns>
    public async Task<Result<string>> RunAsync(Guid commandId, Actor actor, string code, CancellationToken ct)
    {
        var file = folder.Content(code);
        if (!file.IsOk) return file.As<string>();
        return await RunAsync(commandId, actor, file.Value, ct);
    }

    /// <summary>Applies a pack that is not one of the program's own: a city's, from a folder its operator named.</summary>
    /// <returns>The document's id.</returns>
    public async Task<Result<string>> RunAsync(Guid commandId, Actor actor, PackFile file, CancellationToken ct)
    {
        var catalogue = folder.Catalogue();
        if (!catalogue.IsOk) return catalogue.As<string>();
        var pack = PackFolder.Open(file, catalogue.Value);
        if (!pack.IsOk) return pack.As<string>();
        // Opened once more under the name it is kept by: the digest covers the name, and the ledger is told the digest it can be found by.
        pack = PackFolder.Open(file with { Path = pack.Value.Code + "/pack.yaml" }, catalogue.Value);
        return await commands.RunAsync(commandId, "policy.pack.apply", actor, (work, inner) => ApplyAsync(work, pack.Value, file.Text, inner), ct);
    }

    internal static async Task<Result<string>> ApplyAsync(UnitOfWork work, Pack pack, string content, CancellationToken ct)
    {
        var context = work.Context<DocumentsContext>();
        var documentId = AppliedPack.DocumentIdOf(pack.Code);
        if (await OtherAsync(context, pack.Code, ct) is { } other)
            return new Refusal("policy.pack.other", $"この市にはパック「{other}」が入っています。", "一つの市に入れられるパックは一つです。別の市は、別のデータの置き場で始めてください。");
        var row = await context.Packs.SingleOrDefaultAsync(p => p.Code == pack.Code, ct);
        if (row is not null && row.Digest == pack.Digest.Hex) return documentId;
        if (row is null) context.Add(row = new PackRow { Code = pack.Code, City = pack.City, Content = content, Digest = pack.Digest.Hex, AppliedAt = work.Now });
        (row.City, row.Content, row.Digest, row.AppliedAt) = (pack.City, content, pack.Digest.Hex, work.Now);
        context.Add(new PackVersionRow { Id = work.Ids.Next(), Code = pack.Code, City = pack.City, Content = content, Digest = pack.Digest.Hex, AppliedAt = work.Now });
        await work.SaveAsync(ct);
        await PutObligationsAsync(context, pack, ct);
        await PutDocumentAsync(work, context, pack, documentId, ct);
        await ProposeScopeAsync(work, context, pack, ct);
        work.Audit("policy.pack.applied", new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["pack"] = pack.Code, ["digest"] = pack.Digest.Hex, ["obligations"] = (long)pack.Obligations.Count,
        });
        return documentId;
    }

    private static Task<string?> OtherAsync(DocumentsContext context, string code, CancellationToken ct) =>
        context.Packs.AsNoTracking().Where(p => p.Code != code).Select(p => (string?)p.Code).FirstOrDefaultAsync(ct);

    private static async Task PutObligationsAsync(DocumentsContext context, Pack pack, CancellationToken ct)
    {
        var known = await context.Obligations.Where(o => o.PackCode == pack.Code).ToDictionaryAsync(o => o.Id, StringComparer.Ordinal, ct);
        for (var i = 0; i < pack.Obligations.Count; i++)
        {
            var wanted = ObligationRows.Of(pack.Code, i, pack.Obligations[i]);
            if (known.Remove(wanted.Id, out var row)) ObligationRows.Copy(wanted, row);
            else context.Add(wanted);
        }
        context.RemoveRange(known.Values);
    }

    private static async Task PutDocumentAsync(UnitOfWork work, DocumentsContext context, Pack pack, string id, CancellationToken ct)
    {
        var row = await context.Documents.SingleOrDefaultAsync(d => d.Id == id, ct);
        if (row is null) context.Add(row = new DocumentRow { Id = id, Kind = pack.Document.Kind, Title = pack.Document.Title, PackCode = pack.Code, DisclosureClass = DocumentRow.Public, CreatedAt = work.Now });
        (row.Kind, row.Title, row.Statutory, row.AnalysisRequired) = (pack.Document.Kind, pack.Document.Title, pack.Document.IsStatutory, pack.Settings.IsOn("review.risk_analysis_required"));
        await work.PutSubjectAsync(new Subject(new TargetRef(TargetKind.Document, id), row.Title, null, null, null, null), ct);
    }

    /// <summary>New entries wait for a person; what a person confirmed stays, only its name and clause follow the pack. What the pack left open it may decide later.</summary>
    private static async Task ProposeScopeAsync(UnitOfWork work, DocumentsContext context, Pack pack, CancellationToken ct)
    {
        var known = (await context.Scope.Where(s => s.PackCode == pack.Code).ToListAsync(ct)).ToDictionary(s => (s.Dimension, s.Code));
        var organs = (await work.SubjectsAsync(TargetKind.Organ, ct: ct)).ToList();
        foreach (var wanted in ScopeRows.Of(pack, organs, work.Ids))
        {
            if (known.Remove((wanted.Dimension, wanted.Code), out var row))
            {
                var decided = row.ConfirmState == ScopeRow.Missing && wanted.ConfirmState == ScopeRow.Pending;
                if (decided) (row.InScope, row.ConfirmState) = (wanted.InScope, wanted.ConfirmState);
                var same = !decided && row.Classes.SequenceEqual(wanted.Classes, StringComparer.Ordinal);
                (row.Name, row.Path, row.Position, row.Classes) = (wanted.Name, wanted.Path, wanted.Position, wanted.Classes);
                if (same) continue;
            }
            else context.Add(row = wanted);
            foreach (var fact in ScopeRows.Facts(row, work.Now)) work.Fact(fact);
        }
        foreach (var gone in known.Values.Where(s => s.ConfirmState != ScopeRow.Confirmed))
        {
            gone.ConfirmState = ScopeRow.Removed;
            foreach (var fact in ScopeRows.Facts(gone, work.Now)) work.Fact(fact);
            context.Remove(gone);
        }
    }
}
