using Microsoft.EntityFrameworkCore;
using Sekisho.Kernel;
using Sekisho.Policy.Documents;
using Sekisho.Policy.Drafts;

namespace Sekisho.Policy.Records;

/// <summary>Every record the policy module keeps, with how long.</summary>
internal static class RecordList
{
    public static async Task<IReadOnlyList<RecordItem>> ReadAsync(DocumentsContext context, CancellationToken ct)
    {
        var classes = await context.RecordClasses.AsNoTracking().ToDictionaryAsync(c => c.Code, StringComparer.Ordinal, ct);
        var disposals = (await context.DisposalItems.AsNoTracking().ToListAsync(ct)).ToDictionary(i => (i.Kind, i.Ref));
        RecordItem Item(string kind, string reference, string title, DateOnly made, DateOnly? ended) => new(kind, reference, title, made, ended, classes[kind], disposals.GetValueOrDefault((kind, reference)));
        var documents = await context.Documents.AsNoTracking().ToDictionaryAsync(d => d.Id, d => d.Title, StringComparer.Ordinal, ct);
        var editions = await context.Editions.AsNoTracking().OrderBy(e => e.DocumentId).ThenBy(e => e.Version).Select(e => new { e.Id, e.DocumentId, e.Version, e.EffectiveOn, e.ImportedAt }).ToListAsync(ct);
        var ended = editions.Select(e => (e.DocumentId, e.Version, Next: editions.FirstOrDefault(n => n.DocumentId == e.DocumentId && n.Version == e.Version + 1)))
            .ToDictionary(e => (e.DocumentId, e.Version), e => e.Next is { } next ? next.EffectiveOn ?? JapanTime.Day(next.ImportedAt) : (DateOnly?)null);
        string Named(string document, int version) => $"{documents.GetValueOrDefault(document, document)} 第{version}版";
        var items = editions.Select(e => Item(RecordClassRow.Edition, Key(e.Id), Named(e.DocumentId, e.Version), JapanTime.Day(e.ImportedAt), ended[(e.DocumentId, e.Version)])).ToList();
        foreach (var d in await context.Decisions.AsNoTracking().Select(d => new { d.DocumentId, d.Version, d.OrganCode, d.DecidedOn }).ToListAsync(ct))
            items.Add(Item(RecordClassRow.Decision, $"{d.DocumentId}/{d.Version}/{d.OrganCode}", $"{Named(d.DocumentId, d.Version)} 決定 {d.OrganCode}", d.DecidedOn, ended.GetValueOrDefault((d.DocumentId, d.Version))));
        foreach (var d in await context.Distributions.AsNoTracking().ToListAsync(ct))
            items.Add(Item(RecordClassRow.Distribution, Key(d.Id), $"{Named(d.DocumentId, d.Version)} 配信と確認", JapanTime.Day(d.SentAt), ended.GetValueOrDefault((d.DocumentId, d.Version))));
        foreach (var r in await context.Reviews.AsNoTracking().Select(r => new { r.Id, r.OpenedOn, r.ClosedOn }).ToListAsync(ct))
            items.Add(Item(RecordClassRow.Review, Key(r.Id), "見直し案件 " + r.OpenedOn.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), r.OpenedOn, r.ClosedOn));
        foreach (var d in await context.Drafts.AsNoTracking().Select(d => new { d.Id, d.FileName, d.State, d.StartedAt }).ToListAsync(ct))
            items.Add(Item(RecordClassRow.Draft, Key(d.Id), d.FileName, JapanTime.Day(d.StartedAt), d.State == DraftRow.Open ? null : JapanTime.Day(d.StartedAt)));
        return [.. items.OrderBy(i => i.ExpiresOn ?? DateOnly.MaxValue).ThenBy(i => i.Title, StringComparer.Ordinal)];
    }

    internal static string Key(Guid id) => id.ToString("D", System.Globalization.CultureInfo.InvariantCulture);
}
