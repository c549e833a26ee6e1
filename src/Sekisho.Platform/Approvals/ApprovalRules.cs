using Sekisho.Kernel;

namespace Sekisho.Platform.Approvals;

/// <summary>The pure heart of the engine: a case, an act, the time — the next case or why not.</summary>
public static class ApprovalRules
{
    /// <summary>A new case along the plan's route.</summary>
    public static Result<ApprovalCase> Submit(ApprovalPlan plan)
    {
        var route = ApprovalRoute.Normalise(plan);
        return route.IsOk ? Forward(new ApprovalCase(plan.RequesterId, ApprovalState.Open, 1, 0, plan.NoDeputy ? [.. route.Value.Select(s => s with { NoDeputy = true })] : route.Value, [])) : route.As<ApprovalCase>();
    }

    public static Result<ApprovalCase> Decide(ApprovalCase before, ApprovalCommand command, DateTimeOffset now)
    {
        if (command.Act == ApprovalAct.Look) return Look(before, command.PersonId, now);
        if (command.ForPersonId is { } absent) return Deputise(before, command, absent, now);
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
            ApprovalAct.Resubmit => Forward(before with { State = ApprovalState.Open, Round = before.Round + 1, Current = 0, Agreements = [], LaterLooks = [] }),
            _ => Back(before, command.ToStep),
        };
    }

    /// <summary>
    /// 代決: somebody else agrees in the place of a person who is asked now. They only agree: what is to be refused waits for the person. Nobody counts twice, so who is on the route, asked for it,
    /// or has decided in another's place already, cannot. The absent person looks at it afterwards.
    /// </summary>
    private static Result<ApprovalCase> Deputise(ApprovalCase before, ApprovalCommand command, string absent, DateTimeOffset now)
    {
        if (before.State != ApprovalState.Open) return before.IsFinal ? Ended : NotNow;
        var step = before.Steps[before.Current];
        if (!step.Has(absent) || before.HasAgreed(before.Current, absent)) return NotYours;
        if (step.NoDeputy) return NoDeputyHere;
        if (command.Act != ApprovalAct.Agree) return OnlyAgree;
        var deputy = command.PersonId;
        if (string.Equals(deputy, before.RequesterId, StringComparison.Ordinal) || before.Steps.Any(s => !s.IsCovered && s.Has(deputy)) || before.Agreements.Any(a => string.Equals(a.DeputyId, deputy, StringComparison.Ordinal))) return Twice;
        return Forward(before with
        {
            Agreements = [.. before.Agreements, new(before.Current, absent, now, deputy)],
            LaterLooks = [.. before.LaterLooks, new(absent, before.Current, deputy)],
        });
    }

    /// <summary>後閲, at any time after, also when the case has ended.</summary>
    private static Result<ApprovalCase> Look(ApprovalCase before, string personId, DateTimeOffset now) =>
        before.LaterLooks.Any(l => l.SeenAt is null && string.Equals(l.PersonId, personId, StringComparison.Ordinal))
            ? before with { LaterLooks = [.. before.LaterLooks.Select(l => l.SeenAt is null && string.Equals(l.PersonId, personId, StringComparison.Ordinal) ? l with { SeenAt = now } : l)] } : NothingToLookAt;

    private static Result<ApprovalCase> Back(ApprovalCase before, int to)
    {
        if (to == ApprovalCommand.Requester) return before with { State = ApprovalState.Returned, Current = 0, Agreements = [], LaterLooks = [] };
        if (to < 0 || to >= before.Current || before.Steps[to].IsCovered) return NoSuchStep;
        return before with { Current = to, Agreements = [.. before.Agreements.Where(a => a.Step < to)], LaterLooks = [.. before.LaterLooks.Where(l => l.Step < to)] };
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
    private static Refusal NoDeputyHere { get; } = new("approval.no-deputy", "この案件は、代決できません。", "本人の決裁を待ってください。");
    private static Refusal OnlyAgree { get; } = new("approval.deputy-agrees", "代決でできるのは、承認・同意・確認だけです。", "否決や差戻しは、本人を待ってください。");
    private static Refusal Twice { get; } = new("approval.deputy-twice", "あなたはこの案件を申請したか、すでに経路にいるので、ほかの人の代わりに決裁できません。", "別の人に代決を頼んでください。");
    private static Refusal NothingToLookAt { get; } = new("approval.nothing-to-look-at", "後閲する案件ではありません。", "一覧を開き直してください。") { IsConflict = true };
    private static Refusal NoSuchStep { get; } = new("approval.no-such-step", "差し戻す先に、その段階は選べません。", "今より前の段階か、申請者を選んでください。");
}
