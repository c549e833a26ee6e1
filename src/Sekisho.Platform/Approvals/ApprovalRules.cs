using Sekisho.Kernel;

namespace Sekisho.Platform.Approvals;

/// <summary>The pure heart of the engine: a case, an act, the time — the next case or why not.</summary>
public static class ApprovalRules
{
    /// <summary>A new case along the plan's route.</summary>
    public static Result<ApprovalCase> Submit(ApprovalPlan plan)
    {
        var route = ApprovalRoute.Normalise(plan);
        return route.IsOk ? Forward(new ApprovalCase(plan.RequesterId, ApprovalState.Open, 1, 0, route.Value, [])) : route.As<ApprovalCase>();
    }

    public static Result<ApprovalCase> Decide(ApprovalCase before, ApprovalCommand command, DateTimeOffset now)
    {
        if (ApprovalProtocol.Find(before.State, command.Act) is not { } row) return before.IsFinal ? Ended : NotNow;
        if (row.By == ApprovalProtocol.Who.Requester && !string.Equals(command.PersonId, before.RequesterId, StringComparison.Ordinal)) return NotYours;
        if (row.By == ApprovalProtocol.Who.Asked)
        {
            if (!before.Steps[before.Current].Has(command.PersonId) || string.Equals(command.PersonId, before.RequesterId, StringComparison.Ordinal)) return NotYours;
            if (before.HasAgreed(before.Current, command.PersonId)) return Already;
            if (before.Steps[before.Current].Kind < row.WeakestKind) return NotHere;
        }
        return command.Act switch
        {
            ApprovalAct.Agree => Forward(before with { Agreements = [.. before.Agreements, new(before.Current, command.PersonId, now)] }),
            ApprovalAct.Reject => before with { State = ApprovalState.Rejected },
            ApprovalAct.Withdraw => before with { State = ApprovalState.Withdrawn },
            ApprovalAct.Resubmit => Forward(before with { State = ApprovalState.Open, Round = before.Round + 1, Current = 0, Agreements = [] }),
            _ => Back(before, command.ToStep),
        };
    }

    private static Result<ApprovalCase> Back(ApprovalCase before, int to)
    {
        if (to == ApprovalCommand.Requester) return before with { State = ApprovalState.Returned, Current = 0, Agreements = [] };
        if (to < 0 || to >= before.Current || before.Steps[to].IsCovered) return NoSuchStep;
        return before with { Current = to, Agreements = [.. before.Agreements.Where(a => a.Step < to)] };
    }

    private static ApprovalCase Forward(ApprovalCase c)
    {
        while (c.IsSatisfied(c.Current))
        {
            if (c.Current == c.Steps.Count - 1) return c with { State = ApprovalState.Approved };
            c = c with { Current = c.Current + 1 };
        }
        return c;
    }

    private static Refusal Ended { get; } = new("approval.ended", "この案件はすでに終わっています。", "一覧を開き直して、今の状態を確かめてください。") { IsConflict = true };
    private static Refusal NotNow { get; } = new("approval.not-now", "この案件は、今はその操作を受け付けません。", "一覧を開き直して、今の状態を確かめてください。") { IsConflict = true };
    private static Refusal NotYours { get; } = new("approval.not-yours", "この案件で、あなたは今その操作をする順番ではありません。", "案件の経路で、今だれの番かを確かめてください。");
    private static Refusal Already { get; } = new("approval.already", "あなたはこの段階ですでに決裁しています。", "ほかの人の決裁を待ってください。") { IsConflict = true };
    private static Refusal NotHere { get; } = new("approval.not-in-this-step", "合議・確認の段階では否決できません。", "差し戻すか、意見を付けて次へ進めてください。");
    private static Refusal NoSuchStep { get; } = new("approval.no-such-step", "差し戻す先に、その段階は選べません。", "今より前の段階か、申請者を選んでください。");
}
