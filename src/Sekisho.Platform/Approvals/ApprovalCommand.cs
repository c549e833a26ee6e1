namespace Sekisho.Platform.Approvals;

/// <summary>Somebody acts on a case.</summary>
/// <param name="ToStep">For <see cref="ApprovalAct.Return"/>: the step it goes back to, or <see cref="Requester"/>.</param>
public sealed record ApprovalCommand(ApprovalAct Act, string PersonId, int ToStep = ApprovalCommand.Requester)
{
    /// <summary>Back to who asked.</summary>
    public const int Requester = -1;
}
