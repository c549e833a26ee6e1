using Microsoft.EntityFrameworkCore;
using Sekisho.Kernel;
using Sekisho.Kernel.Ledger;
using Sekisho.Platform;
using Sekisho.Platform.Duties;
using Sekisho.Platform.Ledger;
using Sekisho.Platform.Registries;
using Sekisho.Policy.Packs;

namespace Sekisho.Policy.Reviews;

/// <summary>Follows the ledger: what gives cause to look at the policy again opens a review, and reviews ask their duties.</summary>
internal sealed class ReviewConsumer(PackLibrary packs, DutyEngine engine) : ISealedConsumer
{
    internal const string LawChanged = "policy.law.changed";
    private const string Opened = "policy.review.opened", Closed = "policy.review.closed";

    public string Name => "policy.reviews";

    public async Task ConsumeAsync(IReadOnlyList<SealedRecord> batch, UnitOfWork work, CancellationToken ct)
    {
        if (!batch.Any(Matters) || await packs.AppliedAsync(work, ct) is not { } applied) return;
        foreach (var record in batch)
        {
            await TriggerAsync(work, applied, record, ct);
            await work.SaveAsync(ct); // the same cause again in this batch is seen
        }
        var today = JapanTime.Day(work.Now);
        var present = await work.DutyDefinitionsAsync(ReviewDuties.Source, today, ct);
        foreach (var record in batch) await AnswerAsync(work, present, record, ct);
        var open = await work.Context<DocumentsContext>().Reviews.AsNoTracking().Where(r => r.ClosedOn == null).OrderBy(r => r.OpenedOn).ToListAsync(ct);
        var known = present.ToDictionary(d => d.Id, StringComparer.Ordinal);
        var wanted = ReviewDuties.Of(applied, open, await work.RoleHoldersAsync(today, RoleCode.Ciso, ct: ct), today).Select(d => known.TryGetValue(d.Id, out var old) ? d with { Anchor = old.Anchor } : d).ToList();
        if (wanted.Count != known.Count || wanted.Any(d => !known.TryGetValue(d.Id, out var old) || old != d)) await DutyEngine.DefineAsync(work, ReviewDuties.Source, wanted, ct);
    }

    private static bool Matters(SealedRecord record) => record.Name is "policy.pack.applied" or LawChanged or Opened or Closed || TriggerKinds.Facts.ContainsKey(record.Name) || record.Name.StartsWith("org.role.", StringComparison.Ordinal);

    private static async Task TriggerAsync(UnitOfWork work, AppliedPack applied, SealedRecord record, CancellationToken ct)
    {
        var day = JapanTime.Day(record.OccurredAt);
        if (record.Name == LawChanged) await OpenReview.OnceAsync(work, applied, TriggerKinds.Law, record.Text("law") + " " + record.Text("version"), day, ct);
        else if (TriggerKinds.Facts.TryGetValue(record.Name, out var cause) && record.Flag("drill") != true && record.Text(cause.Field) is { } reference) await OpenReview.OnceAsync(work, applied, cause.Kind, reference, day, ct);
    }

    private async Task AnswerAsync(UnitOfWork work, IReadOnlyList<DutyDefinition> present, SealedRecord record, CancellationToken ct)
    {
        if (record.Name is not (Opened or Closed)) return;
        var start = record.Name == Closed ? ReviewDuties.Source + "/" + record.Text("review_id") + "/" : record.Text("trigger_kind") == TriggerKinds.Yearly ? ReviewDuties.Yearly : null;
        foreach (var duty in present.Where(d => start is not null && d.Id.StartsWith(start, StringComparison.Ordinal))) await engine.AnswerAsync(work, duty.Id, null, null, null, ct);
    }
}
