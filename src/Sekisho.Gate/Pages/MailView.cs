using Sekisho.Gate.Model;
using Sekisho.Kernel.Workers;
using Sekisho.Platform.Approvals;

namespace Sekisho.Gate.Pages;

/// <summary>One mail as the asking person may see it.</summary>
/// <param name="Before">Body as it came, as text; null when this person may not read it (M6) or there is none.</param>
/// <param name="After">Body as delivered; null likewise.</param>
/// <param name="MayRead">Recipient, or approver of this mail while it is being decided.</param>
internal sealed record MailView(Mail Mail, IReadOnlyList<MailPart> Parts, IReadOnlyList<(Finding Finding, string Sentence)> Findings, IReadOnlyList<Model.Delivery> Deliveries,
    bool MayRead, string? Before, string? After, (Guid Id, ApprovalState State)? Approval)
{
    /// <summary>Held for something a password opens, and this person is a recipient or looks after the gateway.</summary>
    internal bool MayOpen { get; init; }
    internal bool IsAsked => Approval is { State: ApprovalState.Open or ApprovalState.Returned };
}
