using Sekisho.Kernel;
using Sekisho.Organisation.Model;
using Sekisho.Organisation.Store;
using Sekisho.Organisation.Walls;
using Sekisho.Platform;

namespace Sekisho.Organisation.Roles;

/// <summary>代理 for a seat and a time. The seat's holder, the holder of the role above, or a role of the whole city decides it.</summary>
/// <param name="UnitId">The unit of the seat; empty for an organ's or the city's seat.</param>
/// <param name="Reason">accident (事故) or vacancy (欠員).</param>
/// <param name="ValidTo">First day no longer; a 代理 without an end is refused.</param>
public sealed record AppointDeputy(string Role, string OrganCode, string UnitId, string PersonId, string Reason, DateOnly ValidFrom, DateOnly? ValidTo)
{
    public const string AuditName = "organisation.role.deputised";

    public Task<Result<Guid>> RunAsync(RosterCommands commands, Guid commandId, Actor actor, CancellationToken ct) =>
        commands.RunAsync(commandId, "organisation.deputise", actor, (roster, now) => Decide(roster, this, commandId, actor, JapanTime.Day(now)), ct);

    internal static Result<Decided<Guid>> Decide(Roster roster, AppointDeputy command, Guid id, Actor actor, DateOnly today)
    {
        var seat = new Seat(command.Role, command.OrganCode, command.UnitId);
        if (!OrganWall.Of(roster, actor, today).Opens(command.OrganCode) || !RoleDerivation.SeatsOn(roster, command.ValidFrom).Contains(seat))
            return new Refusal("deputy.seat", "その席が見つかりません。", "体制の表から席を選び直してください。") { IsNotFound = true };
        if (!MayDecide(roster, seat, actor, today))
            return new Refusal("deputy.right", "この席の代理は、席の人か上の役割の人が決めます。", "上の役割の人に頼んでください。");
        if (command.Reason is not (Deputy.Accident or Deputy.Vacancy)) return new Refusal("deputy.reason", "代理の理由が選ばれていません。", "事故か欠員を選んでください。") { Field = "reason" };
        if (command.ValidTo is not { } end || end <= command.ValidFrom)
            return new Refusal("deputy.period", "代理の終わりの日がないか、始まりより前です。", "代理をする最後の日を書いてください。") { Field = "to" };
        if (!new RosterView(roster).ActiveOf(command.PersonId).Any(p => p.Contains(command.ValidFrom)))
            return new Refusal("deputy.person", "その人は在職していません。", "在職している人を選んでください。") { Field = "person" };
        if (RoleDerivation.HoldersOn(roster, command.ValidFrom).Any(h => h.Seat == seat && h.PersonId == command.PersonId && !h.IsActing))
            return new Refusal("deputy.self", "その人はこの席の本人です。", "別の人を選んでください。") { Field = "person" };
        var row = new Deputy(id, command.Role, command.OrganCode, command.UnitId, command.PersonId, command.Reason, command.ValidFrom, end);
        return new Decided<Guid>(roster with { Deputies = [.. roster.Deputies, row] }, AuditNote.Of(AuditName, [TargetRef.Person(command.PersonId)],
            ("role", command.Role), ("organ_code", command.OrganCode), ("unit_id", command.UnitId), ("reason", command.Reason)), id);
    }

    private static bool MayDecide(Roster roster, Seat seat, Actor actor, DateOnly today)
    {
        if (actor.Kind == ActorKind.Service) return true;
        var view = new RosterView(roster);
        var naming = roster.Charges.Where(c => c.Role == seat.Role && c.Filling == Charge.ByNomination).Select(c => c.Filler).ToList();
        return RoleDerivation.HoldersOn(roster, today).Any(h => h.PersonId == actor.PersonId && (
            h.Seat == seat
            || h.Seat is { IsCityWide: true, UnitId: "" } && h.Role is "CISO" or "SYS_OWNER" or "SYS_ADMIN"
            || naming.Contains(h.Role, StringComparer.Ordinal) && (h.UnitId.Length == 0 || h.UnitId == seat.UnitId)
            || seat.UnitId.Length > 0 && h.Role == "DEPT_HEAD" && h.UnitId != seat.UnitId && view.IsWithin(seat.UnitId, h.UnitId)));
    }
}
