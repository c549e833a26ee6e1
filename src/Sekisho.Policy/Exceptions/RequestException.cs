using Microsoft.EntityFrameworkCore;
using Sekisho.Kernel;
using Sekisho.Kernel.Calendar;
using Sekisho.Kernel.Facts;
using Sekisho.Kernel.Facts.Organisation;
using Sekisho.Platform;
using Sekisho.Platform.Approvals;
using Sekisho.Platform.Registries;
using Sekisho.Policy.Packs;
using Sekisho.Policy.Parameters;

namespace Sekisho.Policy.Exceptions;

/// <summary>Asks for an exception. The head of the unit and the CISO approve; where the policy has a committee, that only puts it on the committee's table.</summary>
public sealed class RequestException(CommandRunner commands, PackLibrary packs, ApprovalEngine approvals)
{
    internal const string SubjectKind = "policy.exception";
    private static readonly Refusal Closed = new("policy.exception.closed", "特例を申請できる状態にありません。", "方針を取り込み、職員として入ってから申請してください。");

    /// <returns>The exception's id.</returns>
    public Task<Result<Guid>> RunAsync(Guid commandId, Actor actor, ExceptionDraft draft, CancellationToken ct) =>
        commands.RunAsync<Guid>(commandId, "policy.exception.request", actor, async (work, inner) =>
        {
            if (actor.PersonId is not { } person || await packs.AppliedAsync(work, inner) is not { } applied) return Closed;
            var today = JapanTime.Day(work.Now);
            var wrong = ExceptionRules.Problems(applied, draft, today).ToList();
            wrong.AddRange(await ReachAsync(work, actor, draft, today, inner));
            if (wrong.Count > 0) return Result<Guid>.Refused(wrong);
            if (draft.Renews is { } old && await RenewableAsync(work, old, inner) is { } refused) return refused;
            var row = await RowAsync(work, applied, draft, person, actor, inner);
            work.Context<DocumentsContext>().Add(row);
            work.Fact(new ExceptionRequested(ExceptionLink.Text(row.Id), row.Kind, List(row.Paths), List(row.Controls), List(row.Targets), row.Reason, row.Alternative, work.Now));
            var submitted = await approvals.SubmitAsync(work, Plan(applied, row, await StepsAsync(work, row, inner)), inner);
            return submitted.IsOk ? row.Id : submitted.As<Guid>();
        }, ct);

    internal static FactList List(string joined) => FactList.From(ExceptionRow.Split(joined));

    /// <summary>A person asks for what lies in their own unit or in a unit a role of theirs reaches; for the whole city, only with a role of the whole organ.</summary>
    private static async Task<IReadOnlyList<Refusal>> ReachAsync(UnitOfWork work, Actor actor, ExceptionDraft draft, DateOnly today, CancellationToken ct)
    {
        var held = (await work.RoleHoldersAsync(today, person: actor.PersonId, ct: ct)).Where(h => ExceptionRules.AnswersForUnits(h.Role.Value)).ToList();
        var refusal = new Refusal("policy.exception.target", "選んだ対象は、あなたの所管ではありません。", "所管する部署を選ぶか、その部署の管理者に申請を頼んでください。") { Field = "target" };
        if (draft.Targets.Count == 0) return held.Exists(h => h.UnitId is null) ? [] : [refusal];
        foreach (var text in draft.Targets)
        {
            if (TargetRef.Parse(text) is not { } target) return [refusal];
            if (target == TargetRef.Unit(actor.UnitId ?? "")) continue;
            var subject = (await work.SubjectsAsync(target.Kind, id: target.Id, ct: ct)).FirstOrDefault();
            var unit = target.Kind == TargetKind.Unit ? target.Id : subject?.UnitId;
            if (subject is null || !held.Exists(h => h.UnitId is null ? h.OrganCode == TargetRef.City.Id || h.OrganCode == subject.OrganCode : h.UnitId == unit)) return [refusal];
        }
        return [];
    }

    private static async Task<Refusal?> RenewableAsync(UnitOfWork work, Guid id, CancellationToken ct)
    {
        var context = work.Context<DocumentsContext>();
        if (await context.Exceptions.AsNoTracking().SingleOrDefaultAsync(e => e.Id == id, ct) is not { State: ExceptionRow.Granted })
            return new Refusal("policy.exception.renews", "更新する元の特例は、働いていません。", "新しい特例として申請してください。") { IsConflict = true };
        return await context.Exceptions.AnyAsync(e => e.Renews == id && (e.State == ExceptionRow.Asked || e.State == ExceptionRow.Forwarded), ct)
            ? new Refusal("policy.exception.renewing", "この特例の更新は、もう申請されています。", "その決定を待ってください。") { IsConflict = true } : null;
    }

    private static async Task<ExceptionRow> RowAsync(UnitOfWork work, AppliedPack applied, ExceptionDraft draft, string person, Actor actor, CancellationToken ct)
    {
        var today = JapanTime.Day(work.Now);
        var year = FiscalYear.Of(today).StartYear;
        var last = await work.Context<DocumentsContext>().Exceptions.Where(e => e.FiscalYear == year).MaxAsync(e => (int?)e.Number, ct) ?? 0;
        var unit = draft.Targets.Select(TargetRef.Parse).FirstOrDefault(t => t is { Kind: TargetKind.Unit })?.Id ?? actor.UnitId;
        var organ = unit is null ? null : (await work.SubjectsAsync(TargetKind.Unit, id: unit, ct: ct)).FirstOrDefault()?.OrganCode;
        return new ExceptionRow
        {
            Id = work.Ids.Next(), FiscalYear = year, Number = last + 1, Kind = draft.Kind, Title = draft.Title, Obligations = ExceptionRow.Join(draft.Obligations),
            Paths = ExceptionRow.Join(ExceptionRules.PathsOf(applied, draft.Obligations)), Controls = ExceptionRow.Join(ExceptionRules.ControlsOf(applied, draft.Obligations)), Targets = ExceptionRow.Join(draft.Targets),
            ReasonClass = draft.ReasonClass, Reason = draft.Reason, Alternative = draft.Alternative, Compensations = ExceptionRow.Join(draft.Compensations),
            ValidFrom = draft.FirstDay ?? today, ValidTo = draft.LastDay!.Value.AddDays(1), OrganCode = organ ?? actor.OrganCode ?? "", UnitId = unit,
            RequestedBy = person, RequestedAt = work.Now, Renews = draft.Renews, State = ExceptionRow.Asked,
        };
    }

    private static ApprovalPlan Plan(AppliedPack applied, ExceptionRow row, IReadOnlyList<ApprovalStep> steps) => new(
        SubjectKind, ExceptionLink.Text(row.Id), row.Name + " " + row.Title, ExceptionLink.One(row.Id), row.RequestedBy, row.OrganCode, row.UnitId, steps,
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["policy.exception.paths"] = string.Join('\n', applied.Pack.Obligations.Where(o => ExceptionRow.Split(row.Obligations).Contains(o.Id, StringComparer.Ordinal)).Select(o => o.Clause + " " + o.Title)), ["policy.exception.reason"] = row.Reason, ["policy.exception.alternative"] = row.Alternative,
            ["policy.exception.compensation"] = row.Compensations.Replace(";", ", ", StringComparison.Ordinal), ["policy.exception.until"] = row.LastDay.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        });

    /// <summary>The head of the unit, unless that is who asks; then the CISO, and where there is none the mayor.</summary>
    private static async Task<IReadOnlyList<ApprovalStep>> StepsAsync(UnitOfWork work, ExceptionRow row, CancellationToken ct)
    {
        var heads = row.UnitId is { } unit ? await work.RoleHoldersAsync(JapanTime.Day(work.Now), RoleCode.SectHead, unit: unit, ct: ct) : [];
        List<ApprovalSeat> seats = [.. heads.Where(h => h.PersonId != row.RequestedBy).Select(h => new ApprovalSeat(h.PersonId, h.Role.Value, h.PostCode))];
        var last = await RequestParameters.StepsAsync(work, ct);
        return seats.Count > 0 ? [new ApprovalStep(ApprovalStepKind.Approve, ApprovalNeeds.One, seats), .. last] : last;
    }
}
