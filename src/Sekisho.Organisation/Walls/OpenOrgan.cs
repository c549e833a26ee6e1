using Sekisho.Kernel;
using Sekisho.Organisation.Model;
using Sekisho.Organisation.Roles;
using Sekisho.Organisation.Store;
using Sekisho.Platform;

namespace Sekisho.Organisation.Walls;

/// <summary>Records a 委任: an organ opens its rows to another, with the decision it rests on and an end (rule M4). The head of a 部 or 事務局 of the opening organ does it; what was opened to somebody is not theirs to open on.</summary>
/// <param name="ValidTo">First day no longer.</param>
public sealed record OpenOrgan(string OrganCode, string OpenedTo, DateOnly ValidFrom, DateOnly ValidTo, string Basis)
{
    public const string AuditName = "organisation.organ.opened";

    public Task<Result<string>> RunAsync(RosterCommands commands, Guid commandId, Actor actor, CancellationToken ct) =>
        commands.RunAsync(commandId, "organisation.open-organ", actor, (roster, now) => Decide(roster, this, MayOpen(roster, actor, OrganCode, JapanTime.Day(now))), ct);

    /// <summary>Whether this person may open the organ on the day.</summary>
    internal static bool MayOpen(Roster roster, Actor actor, string organ, DateOnly day) => actor.Kind == ActorKind.Service
        || RoleDerivation.HoldersOn(roster, day).Any(h => h.PersonId == actor.PersonId && h.Role == "DEPT_HEAD" && new RosterView(roster).Unit(h.UnitId)?.OrganCode == organ);

    internal static Result<Decided<string>> Decide(Roster roster, OpenOrgan command, bool mayOpen)
    {
        if (!mayOpen || roster.Organs.All(o => o.Code != command.OrganCode))
            return new Refusal("organ.closed", "その機関が見つかりません。", "自分の機関を選んでください。") { IsNotFound = true };
        if (command.OpenedTo == command.OrganCode || roster.Organs.All(o => o.Code != command.OpenedTo))
            return new Refusal("organ.to", "開く相手の機関が選ばれていません。", "相手の機関を選んでください。") { Field = "to" };
        if (command.ValidTo <= command.ValidFrom) return new Refusal("organ.period", "終わりの日が始まりの日より前です。", "日付の順を確かめてください。") { Field = "until" };
        if (command.Basis.Length is 0 or > 200) return new Refusal("organ.basis", "委任の根拠が入っていません。", "規則の名や決裁の番号を200字までで書いてください。") { Field = "basis" };
        var row = new OrganOpening(command.OrganCode, command.OpenedTo, command.ValidFrom, command.ValidTo, command.Basis);
        var was = roster.Openings.FirstOrDefault(o => RowKey.Of(o) == RowKey.Of(row));
        return new Decided<string>(roster with { Openings = [.. roster.Openings.Where(o => !ReferenceEquals(o, was)), row with { RowVersion = was?.RowVersion ?? 1 }] },
            AuditNote.Of(AuditName, [TargetRef.Organ(command.OrganCode)], ("organ_code", command.OrganCode), ("opened_to", command.OpenedTo)), command.OrganCode);
    }
}
