using Sekisho.Kernel;
using Sekisho.Organisation.Model;
using Sekisho.Organisation.Roles;
using Sekisho.Organisation.Store;
using Sekisho.Organisation.Walls;
using Sekisho.Platform;

namespace Sekisho.Organisation.Targets;

/// <summary>Puts a thing of another module (system, terminal, asset, contract, service, facility, account) in the charge of a unit from a day on; what it belonged to before ends then. Heads of units and holders of roles of the whole city decide it.</summary>
public sealed record AssignTarget(TargetRef Target, string UnitId, DateOnly ValidFrom)
{
    public const string AuditName = "organisation.target.assigned";

    /// <summary>What can be in the charge of a unit.</summary>
    internal static IReadOnlyList<TargetKind> Kinds { get; } =
        [TargetKind.System, TargetKind.Terminal, TargetKind.Asset, TargetKind.Contract, TargetKind.Service, TargetKind.Facility, TargetKind.Account];

    public Task<Result<string>> RunAsync(RosterCommands commands, Guid commandId, Actor actor, CancellationToken ct) =>
        commands.RunAsync(commandId, "organisation.assign-target", actor, (roster, now) => MayAssign(roster, actor, JapanTime.Day(now))
            ? Decide(roster, this, OrganWall.Of(roster, actor, JapanTime.Day(now)))
            : new Refusal("target.right", "所管課は、部や課の長か、市全体の役割の人が決めます。", "課の長に頼んでください。"), ct);

    /// <summary>Whether this person may say on the day what belongs to a unit.</summary>
    internal static bool MayAssign(Roster roster, Actor actor, DateOnly day) => actor.Kind == ActorKind.Service
        || RoleDerivation.HoldersOn(roster, day).Any(h => h.PersonId == actor.PersonId && (h.Role is "DEPT_HEAD" or "SECT_HEAD" || h.Seat is { IsCityWide: true, UnitId: "" }));

    internal static Result<Decided<string>> Decide(Roster roster, AssignTarget command, OrganWall wall)
    {
        if (!Kinds.Contains(command.Target.Kind)) return new Refusal("target.kind", "この種類のものに所管課はありません。", "システム、資産、契約などを選んでください。");
        if (new RosterView(roster).Unit(command.UnitId) is not { } unit || !wall.Opens(unit.OrganCode))
            return new Refusal("target.unit", "その部署が見つかりません。", "部署を選び直してください。") { IsNotFound = true };
        if (!unit.Period.Contains(command.ValidFrom)) return new Refusal("target.day", "その日にはこの部署がありません。", "日か部署を直してください。") { Field = "from" };
        var kind = command.Target.Kind.Code();
        var own = roster.Assignments.Where(a => a.TargetKind == kind && a.TargetId == command.Target.Id).ToList();
        var next = own.Where(a => a.ValidFrom > command.ValidFrom).Select(a => (DateOnly?)a.ValidFrom).Min();
        var same = own.Find(a => a.ValidFrom == command.ValidFrom);
        var row = new TargetAssignment(kind, command.Target.Id, unit.Id, command.ValidFrom, next, same?.RowVersion ?? 1);
        var others = roster.Assignments.Except(own).Concat(own.Where(a => a != same).Select(a =>
            a.ValidFrom < command.ValidFrom && a.Period.Contains(command.ValidFrom) ? a with { ValidTo = command.ValidFrom } : a));
        return new Decided<string>(roster with { Assignments = [.. others, row] },
            AuditNote.Of(AuditName, [command.Target, TargetRef.Unit(unit.Id)], ("target_kind", kind), ("target_id", command.Target.Id), ("unit_id", unit.Id)), command.Target.ToString());
    }
}
