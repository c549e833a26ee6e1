using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Sekisho.Kernel;
using Sekisho.Platform;
using Sekisho.Platform.Registries;
using Sekisho.Policy.Documents;
using Sekisho.Policy.Exceptions;
using Sekisho.Policy.Packs;

namespace Sekisho.Policy.Committee;

/// <summary>Reading side of the committee.</summary>
public sealed class CommitteeReader(Database database, PackLibrary packs, TimeProvider time)
{
    public sealed record Overview(string? Body, CommitteeRuleRow Rule, IReadOnlyList<(MeetingRow Meeting, int Items, int Adopted)> Meetings, IReadOnlyList<(string Label, string Roles)> Members, int Waiting);

    public async Task<Overview> ReadAsync(CancellationToken ct)
    {
        await using var read = await database.ReadAsync(ct);
        var context = read.Context<DocumentsContext>();
        var applied = await packs.AppliedAsync(read, ct);
        var meetings = await context.Meetings.OrderByDescending(m => m.FiscalYear).ThenByDescending(m => m.Number).ToListAsync(ct);
        var items = (await context.AgendaItems.Select(i => new { i.MeetingId, i.Result }).ToListAsync(ct)).ToLookup(i => i.MeetingId, i => i.Result);
        var today = JapanTime.Day(time.GetUtcNow());
        var holders = await read.RoleHoldersAsync(today, ct: ct);
        var names = await NamesAsync(read, ct);
        var members = holders.Where(h => h.Role == RoleCode.Committee).Select(h => h.PersonId).Distinct(StringComparer.Ordinal)
            .Select(p => (names.GetValueOrDefault(p, p), string.Join(';', holders.Where(h => h.PersonId == p && h.Role != RoleCode.Committee && h.Role != RoleCode.AllStaff).Select(h => h.Role.Value).Distinct(StringComparer.Ordinal)))).ToList();
        return new Overview(applied?.Pack.Settings.Text("review.approval_body") ?? applied?.Pack.Roles.FirstOrDefault(r => r.Role == RoleCode.Committee)?.LocalName, await context.CommitteeRules.SingleAsync(ct),
            [.. meetings.Select(m => (m, items[m.Id].Count(), items[m.Id].Count(r => r == AgendaItemRow.Adopted)))], members, await context.Exceptions.CountAsync(e => e.State == ExceptionRow.Forwarded, ct));
    }

    /// <summary>Null when there is none.</summary>
    public async Task<MeetingView?> FindAsync(Guid id, CancellationToken ct)
    {
        await using var read = await database.ReadAsync(ct);
        var context = read.Context<DocumentsContext>();
        if (await context.Meetings.SingleOrDefaultAsync(m => m.Id == id, ct) is not { } row) return null;
        var items = await context.AgendaItems.Where(i => i.MeetingId == id).OrderBy(i => i.Kind == AgendaItemRow.Report).ThenBy(i => i.Position).ToListAsync(ct);
        var ids = items.Select(i => i.Id).ToList();
        var votes = (await context.Votes.Where(v => ids.Contains(v.ItemId)).ToListAsync(ct)).ToLookup(v => v.ItemId);
        var members = await context.Members.Where(m => m.MeetingId == id).ToListAsync(ct);
        var exceptions = (await context.Exceptions.ToListAsync(ct)).ToDictionary(e => ExceptionLink.Text(e.Id), StringComparer.Ordinal);
        var holders = await read.RoleHoldersAsync(row.HeldOn, ct: ct);
        var editions = await context.Editions.Select(e => new { e.Id, e.DocumentId }).ToDictionaryAsync(e => CommitteeLink.Text(e.Id), e => e.DocumentId, StringComparer.Ordinal, ct);
        ExceptionRow? Of(AgendaItemRow item) => item.SubjectKind == AgendaItemRow.OfException ? exceptions.GetValueOrDefault(item.SubjectId) : null;
        var names = await NamesAsync(read, ct);
        return new MeetingView(row, await context.CommitteeRules.SingleAsync(ct), [.. members.OrderBy(m => m.PersonId != row.ChairId).ThenBy(m => m.Post.Length == 0).ThenBy(m => m.PersonId, StringComparer.Ordinal)], items, votes,
            items.ToDictionary(i => i.Id, i => Conflicts.Of(Of(i), holders)), items.ToDictionary(i => i.Id, i => Lines(Of(i))),
            items.Where(i => i.SubjectKind == AgendaItemRow.OfEdition && editions.ContainsKey(i.SubjectId)).ToDictionary(i => i.Id, i => editions[i.SubjectId]), names,
            row.State == MeetingRow.Closed ? [] : await PapersAsync(context, exceptions.Values, ct));
    }

    private static IReadOnlyList<string> Lines(ExceptionRow? row) => row is null ? [] : [row.Reason, row.Alternative, Kernel.Calendar.Wareki.LongText(row.LastDay) + "まで"];

    /// <summary>What the system has ready to be put on the agenda.</summary>
    private async Task<IReadOnlyList<(string, string)>> PapersAsync(DocumentsContext context, IEnumerable<ExceptionRow> exceptions, CancellationToken ct)
    {
        var taken = (await (from i in context.AgendaItems join m in context.Meetings on i.MeetingId equals m.Id where i.Result == null && m.State != MeetingRow.Closed select i.SubjectKind + ":" + i.SubjectId).ToListAsync(ct)).ToHashSet(StringComparer.Ordinal);
        var papers = exceptions.Where(e => e.State == ExceptionRow.Forwarded).Select(e => (AgendaItemRow.OfException + ":" + ExceptionLink.Text(e.Id), e.Name + " " + e.Title)).ToList();
        var editions = await (from e in context.Editions join d in context.Documents on e.DocumentId equals d.Id
                              where d.PackCode != null && e.DecisionId == null && (e.PublicationState == EditionRow.Draft || e.IsCurrent) orderby e.Version select new { e.Id, d.Title, e.Version }).ToListAsync(ct);
        papers.AddRange(editions.Select(e => (AgendaItemRow.OfEdition + ":" + CommitteeLink.Text(e.Id), e.Title + " 第" + e.Version.ToString(CultureInfo.InvariantCulture) + "版")));
        papers.AddRange((await context.Reviews.Where(r => r.ClosedOn == null).OrderBy(r => r.OpenedOn).ToListAsync(ct)).Select(r => (AgendaItemRow.OfReview + ":" + CommitteeLink.Text(r.Id), r.TriggerRef)));
        var yesterday = JapanTime.Day(time.GetUtcNow()).AddDays(-1);
        papers.Add((AgendaItemRow.OfBoard + ":" + yesterday.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), "適合状況(" + Kernel.Calendar.Wareki.LongText(yesterday) + ")"));
        return [.. papers.Where(p => !taken.Contains(p.Item1))];
    }

    private static async Task<Dictionary<string, string>> NamesAsync(ReadScope read, CancellationToken ct) =>
        (await read.SubjectsAsync(TargetKind.Person, ct: ct)).ToDictionary(p => p.Target.Id, p => p.Label, StringComparer.Ordinal);
}
