using Microsoft.EntityFrameworkCore;
using Sekisho.Conformity.Packs;
using Sekisho.Kernel;
using Sekisho.Kernel.Verdicts;
using Sekisho.Platform;
using Sekisho.Platform.Approvals;
using Sekisho.Platform.Registries;
using Sekisho.Policy.Board;
using Sekisho.Policy.Committee;
using Sekisho.Policy.Packs;
using Sekisho.Shell.Routing;

namespace Sekisho.Policy.Exceptions;

/// <summary>Reading side of exceptions. Organs are walls: a person sees those of units in their scope, and their own.</summary>
internal sealed class ExceptionReader(Database database, PackLibrary packs, ConformityQueries board)
{
    public async Task<IReadOnlyList<ExceptionRow>> ListAsync(Current current, CancellationToken ct)
    {
        await using var read = await database.ReadAsync(ct);
        var rows = await read.Context<DocumentsContext>().Exceptions.OrderByDescending(e => e.FiscalYear).ThenByDescending(e => e.Number).ToListAsync(ct);
        return [.. rows.Where(r => Sees(current, r))];
    }

    public static bool Sees(Current current, ExceptionRow row) => row.RequestedBy == current.PersonId
        || (row.UnitId is { } unit ? current.SeesUnit(row.OrganCode, unit) : current.SeesOrgan(row.OrganCode));

    /// <summary>The exceptions that name one of these controls and have not ended, for a page that shows verdicts.</summary>
    public async Task<IReadOnlyList<ExceptionRow>> RunningAsync(Current current, IReadOnlyCollection<string> obligations, CancellationToken ct) =>
        [.. (await ListAsync(current, ct)).Where(r => r.State is ExceptionRow.Asked or ExceptionRow.Forwarded or ExceptionRow.Granted && ExceptionRow.Split(r.Obligations).Any(o => obligations.Contains(o, StringComparer.Ordinal)))];

    /// <summary>Null when there is none, or behind a wall.</summary>
    public async Task<ExceptionView?> FindAsync(Guid id, Current current, DateOnly today, CancellationToken ct)
    {
        await using var read = await database.ReadAsync(ct);
        var context = read.Context<DocumentsContext>();
        if (await context.Exceptions.SingleOrDefaultAsync(e => e.Id == id, ct) is not { } row || !Sees(current, row) || await packs.AppliedAsync(read, ct) is not { } applied) return null;
        var key = ExceptionLink.Text(id);
        var item = await context.AgendaItems.Where(i => i.SubjectKind == AgendaItemRow.OfException && i.SubjectId == key).OrderByDescending(i => i.DecidedOn).ThenByDescending(i => i.Id).FirstOrDefaultAsync(ct);
        var meeting = item is null ? null : await context.Meetings.SingleAsync(m => m.Id == item.MeetingId, ct);
        var chain = await context.Exceptions.Where(e => e.Id == row.Renews || e.Renews == id).ToListAsync(ct);
        var approval = await read.LatestApprovalOfAsync(RequestException.SubjectKind, key, ct);
        var requester = (await read.SubjectsAsync(TargetKind.Person, id: row.RequestedBy, ct: ct)).FirstOrDefault()?.Label ?? row.RequestedBy;
        var labels = (await read.SubjectsAsync(ct: ct)).GroupBy(s => s.Target).ToDictionary(g => g.Key, g => g.First().Label);
        var targets = ExceptionRow.Split(row.Targets).Select(t => TargetRef.Parse(t) is { } target ? labels.GetValueOrDefault(target) ?? target.Id : t).ToList();
        var result = (await board.AtAsync(read, null, ct))?.Result;
        var compensations = ExceptionRow.Split(row.Compensations).Select(applied.Catalogue.Find).OfType<Control>()
            .Select(c => (c, result?.Controls.GetValueOrDefault(c.Id)?.City.Verdict)).ToList();
        var counts = result is not null && result.Controls.Values.Any(c => c.Targets.Any(t => t.Exception?.Text("exception_id") == key));
        return new ExceptionView(row, [.. applied.Pack.Obligations.Where(o => ExceptionRow.Split(row.Obligations).Contains(o.Id, StringComparer.Ordinal))], compensations, targets, requester,
            approval?.Id, item, meeting, chain.FirstOrDefault(c => c.Id == row.Renews), chain.FirstOrDefault(c => c.Renews == id), applied.Pack.Settings.IsOn("exception.enabled"), counts);
    }

    /// <summary>What a request can choose from; null while no pack is applied.</summary>
    public async Task<ExceptionChoices?> ChoicesAsync(Current current, CancellationToken ct)
    {
        await using var read = await database.ReadAsync(ct);
        if (await packs.AppliedAsync(read, ct) is not { } applied) return null;
        var result = (await board.AtAsync(read, null, ct))?.Result;
        Verdict? Now(string control) => result?.Controls.GetValueOrDefault(control)?.City.Verdict;
        var units = (await read.SubjectsAsync(TargetKind.Unit, ct: ct)).Where(u => u.OrganCode is { } organ && (u.Target.Id == current.UnitId || current.Held.Any(h => ExceptionRules.AnswersForUnits(h.Role) && (h.UnitId == u.Target.Id || h.UnitId is null) && (h.UnitId is not null || h.OrganCode is null || h.OrganCode == organ))))
            .OrderBy(u => u.Target.Id == current.UnitId ? 0 : 1).ThenBy(u => u.Label, StringComparer.Ordinal).ToList();
        var measured = ExceptionRules.Measured(applied).Select(c => (c, Now(c.Id))).OrderByDescending(c => c.Item2 == Verdict.Conforming).ToList();
        return new ExceptionChoices(applied, units, measured, ExceptionRules.HasCommittee(applied), applied.Pack.Settings.IsOn("exception.enabled"));
    }

    public async Task<IReadOnlyList<EquivalenceRow>> ComparedAsync(Guid id, CancellationToken ct)
    {
        await using var read = await database.ReadAsync(ct);
        return await read.Context<DocumentsContext>().Equivalences.Where(e => e.ExceptionId == id).ToListAsync(ct);
    }

    /// <summary>The articles a stricter system is held against.</summary>
    public async Task<IReadOnlyList<string>> ArticlesAsync(CancellationToken ct)
    {
        await using var read = await database.ReadAsync(ct);
        return await packs.AppliedAsync(read, ct) is { } applied ? CompareSystem.Of(applied) : [];
    }

    /// <summary>An exception that a renewal follows; null when it is not in force.</summary>
    public async Task<ExceptionRow?> RenewableAsync(Guid id, Current current, CancellationToken ct) => (await ListAsync(current, ct)).FirstOrDefault(r => r.Id == id && r.State == ExceptionRow.Granted);
}
