namespace Sekisho.Platform.Approvals;

/// <summary>The protocol as a table: in which state who may do what, in which kinds of step. What is not here is not allowed.</summary>
internal static class ApprovalProtocol
{
    internal enum Who { Asked, Requester }

    internal sealed record Row(ApprovalState From, ApprovalAct Act, Who By, ApprovalStepKind WeakestKind);

    internal static IReadOnlyList<Row> Table { get; } =
    [
        new(ApprovalState.Open,     ApprovalAct.Agree,    Who.Asked,     ApprovalStepKind.Confirm),
        new(ApprovalState.Open,     ApprovalAct.Return,   Who.Asked,     ApprovalStepKind.Confirm),
        new(ApprovalState.Open,     ApprovalAct.Reject,   Who.Asked,     ApprovalStepKind.Approve),
        new(ApprovalState.Open,     ApprovalAct.Withdraw, Who.Requester, ApprovalStepKind.Confirm),
        new(ApprovalState.Returned, ApprovalAct.Resubmit, Who.Requester, ApprovalStepKind.Confirm),
        new(ApprovalState.Returned, ApprovalAct.Withdraw, Who.Requester, ApprovalStepKind.Confirm),
    ];

    public static Row? Find(ApprovalState from, ApprovalAct act) => Table.FirstOrDefault(r => r.From == from && r.Act == act);
}
