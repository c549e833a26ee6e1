using System.Text;
using Microsoft.EntityFrameworkCore;
using Sekisho.Kernel;
using Sekisho.Platform;
using Sekisho.Policy.Documents;
using Sekisho.Policy.Library;
using Sekisho.PolicyText;
using Sekisho.PolicyText.Exchange;
using Sekisho.PolicyText.Reading;
using Sekisho.PolicyText.Review;

namespace Sekisho.Policy.Drafts;

/// <summary>
/// Makes a reviewed text the next edition of one of the city's documents. Refused while a cut is open: somebody has to have looked at each.
/// </summary>
public sealed class BindDraft(CommandRunner commands, PolicyImporter importer)
{
    /// <param name="commandId">Chosen by the caller.</param>
    /// <param name="actor">Who binds.</param>
    /// <param name="draft">The draft.</param>
    /// <param name="rowVersion">The draft as it was read.</param>
    /// <param name="target">The document; days that are null are those the text prints.</param>
    /// <param name="ct">Cancels the work.</param>
    public Task<Result<ImportedEdition>> RunAsync(Guid commandId, Actor actor, Guid draft, int rowVersion, EditionTarget target, CancellationToken ct) =>
        commands.RunAsync(commandId, "policy.draft.bind", actor, (work, inner) => BindAsync(work, draft, rowVersion, target, inner), ct);

    private async Task<Result<ImportedEdition>> BindAsync(UnitOfWork work, Guid id, int rowVersion, EditionTarget target, CancellationToken ct)
    {
        var context = work.Context<DocumentsContext>();
        var row = await context.Drafts.SingleOrDefaultAsync(d => d.Id == id, ct);
        if (row is null) return DraftDesk.Gone;
        if (row.State != DraftRow.Open) return DraftDesk.Closed;
        if (row.RowVersion != rowVersion) return DraftDesk.Changed;
        var tree = row.Tree();
        if (tree.Open.Count > 0) return new Refusal("policy.draft.open-cuts", $"確かめていない切れ目が{tree.Open.Count}件あります。", "切れ目を一つずつ確かめるか、同じ理由のものをまとめて確かめてから、取り込んでください。");
        if (!await context.Documents.AnyAsync(d => d.Id == target.DocumentId, ct)) return new Refusal("policy.draft.document", "選んだ文書がありません。", "文書を選び直すか、新しく登録してください。") { Field = "document" };
        var policy = tree.ToPolicy();
        var imported = await importer.StoreAsync(work, policy, Text(row, policy, work.Now), row.Encoding, Dated(target, policy), ct);
        if (!imported.IsOk) return imported;
        (row.State, row.DocumentId, row.EditionVersion) = (DraftRow.Bound, target.DocumentId, imported.Value.Version);
        work.Audit("policy.draft.bound", new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["draft"] = id.ToString("D", System.Globalization.CultureInfo.InvariantCulture), ["document"] = target.DocumentId, ["version"] = (long)imported.Value.Version,
        });
        return imported;
    }

    /// <summary>The text as handed in while reading it again gives the same clauses; else the clauses themselves.</summary>
    private static string Text(DraftRow row, ParsedPolicy policy, DateTimeOffset now) =>
        ReviewJson.ReadEdits(row.Edits).All(e => e.Change == CutChange.Confirm) ? row.SourceText : Encoding.UTF8.GetString(OscalWriter.Write(policy, now));

    private static EditionTarget Dated(EditionTarget target, ParsedPolicy policy)
    {
        var printed = PrintedHistory.Read(policy);
        return target with { EnactedOn = target.EnactedOn ?? Newest(printed.Where(p => p.Event is not ("effective" or "supersedes"))), EffectiveOn = target.EffectiveOn ?? Newest(printed.Where(p => p.Event == "effective")) };
    }

    private static DateOnly? Newest(IEnumerable<PrintedEvent> events)
    {
        var days = events.Select(e => EditionFacts.Day(e.Date)).OfType<DateOnly>().ToList();
        return days.Count == 0 ? null : days.Max();
    }
}
