namespace Sekisho.Platform.Approvals;

/// <summary>Somebody acts on a case.</summary>
/// <param name="ToStep">For <see cref="ApprovalAct.Return"/>: the step it goes back to, or <see cref="Requester"/>.</param>
/// <param name="ForPersonId">代決: the absent person in whose place this one agrees.</param>
public sealed record ApprovalCommand(ApprovalAct Act, string PersonId, int ToStep = ApprovalCommand.Requester, string? ForPersonId = null)
{
    /// <summary>Back to who asked.</summary>
    public const int Requester = -1;
}
