using Sekisho.Conformity.Packs;
using Sekisho.Kernel.Verdicts;
using Sekisho.Policy.Committee;
using Sekisho.Shell.Routing;

namespace Sekisho.Policy.Exceptions;

/// <summary>One exception for its page.</summary>
/// <param name="Compensations">Each with its verdict now; null where it is not judged.</param>
/// <param name="Approval">The newest approval case about it.</param>
/// <param name="Item">The agenda item that decided or will decide it.</param>
/// <param name="Counts">True when verdicts take it into account now.</param>
internal sealed record ExceptionView(
    ExceptionRow Row, IReadOnlyList<Obligation> Obligations, IReadOnlyList<(Control Control, Verdict? Verdict)> Compensations, IReadOnlyList<string> Targets, string Requester,
    Guid? Approval, AgendaItemRow? Item, MeetingRow? Meeting, ExceptionRow? Before, ExceptionRow? After, bool Enabled, bool Counts)
{
    /// <summary>Who asked, the head of the unit, or who keeps the policy.</summary>
    public bool MayBeEndedBy(Current current) => current.PersonId == Row.RequestedBy || CommitteeRights.Keeps(current) || (Row.UnitId is { } unit && current.Held.Any(h => h.Role == Roles.SectHead && h.UnitId == unit));
}
