using Microsoft.EntityFrameworkCore;
using Sekisho.Kernel;
using Sekisho.Kernel.Facts.Organisation;
using Sekisho.Platform;

namespace Sekisho.Policy.Exceptions;

/// <summary>The decision makes an exception of a request. It never reaches back: its first day is the day of the decision or later.</summary>
internal static class GrantException
{
    /// <summary>Null when it may be granted; why not when its last day has come before the decision.</summary>
    public static Refusal? Problem(ExceptionRow row, DateOnly today) => row.State is not (ExceptionRow.Asked or ExceptionRow.Forwarded)
        ? new Refusal("policy.exception.state", "この特例は、もう決まっています。", "画面を読み込み直してください。") { IsConflict = true }
        : row.ValidTo <= today ? new Refusal("policy.exception.late", "申請された期限が、もう過ぎています。", "否決するか、新しい期限で申請し直してもらってください。") : null;

    public static async Task GrantAsync(UnitOfWork work, ExceptionRow row, string decisionId, string role, string? condition, CancellationToken ct)
    {
        var today = JapanTime.Day(work.Now);
        if (Problem(row, today) is not null)
        {
            // The approval came after the last day asked for: nothing is granted.
            row.State = ExceptionRow.Refused;
            ExceptionEnds.Tell(work, row, "late");
            return;
        }
        if (row.ValidFrom < today) row.ValidFrom = today;
        (row.State, row.DecisionId, row.ApproverRole, row.Condition, row.GrantedOn) = (ExceptionRow.Granted, decisionId, role, condition, today);
        work.Fact(new ExceptionGranted(ExceptionLink.Text(row.Id), row.Kind, decisionId, role, RequestException.List(row.Paths), RequestException.List(row.Controls), RequestException.List(row.Targets),
            RequestException.List(row.Compensations), row.Alternative, row.Reason, row.ValidFrom, row.ValidTo));
        work.Notify(row.RequestedBy, "policy.exception.notice.granted", ExceptionEnds.Args(row), ExceptionLink.One(row.Id));
        if (row.Renews is { } old && await work.Context<DocumentsContext>().Exceptions.SingleOrDefaultAsync(e => e.Id == old && e.State == ExceptionRow.Granted, ct) is { } before)
            ExceptionEnds.End(work, before, "renewed");
    }

    /// <summary>The committee said no.</summary>
    public static void Refuse(UnitOfWork work, ExceptionRow row, string decisionId)
    {
        (row.State, row.DecisionId) = (ExceptionRow.Refused, decisionId);
        ExceptionEnds.Tell(work, row, "refused");
        work.Notify(row.RequestedBy, "policy.exception.notice.refused", ExceptionEnds.Args(row), ExceptionLink.One(row.Id));
    }
}
