using Sekisho.Kernel;
using Sekisho.Organisation.Model;
using Sekisho.Organisation.Store;
using Sekisho.Platform;

namespace Sekisho.Organisation.Roles;

/// <summary>The holder of a role names a person for a seat that the city's text fills by nomination.</summary>
/// <param name="UnitId">The unit of the seat; empty for an organ's or the city's seat.</param>
/// <param name="ValidTo">First day no longer; null = open.</param>
public sealed record Nominate(string Role, string OrganCode, string UnitId, string PersonId, DateOnly ValidFrom, DateOnly? ValidTo)
{
    public const string AuditName = "organisation.role.nominated";

    public Task<Result<Guid>> RunAsync(RosterCommands commands, Guid commandId, Actor actor, CancellationToken ct) =>
        commands.RunAsync(commandId, "organisation.nominate", actor, (roster, now) => Decide(roster, this, commandId, actor.PersonId, JapanTime.Day(now)), ct);

    internal static Result<Decided<Guid>> Decide(Roster roster, Nominate command, Guid id, string? actor, DateOnly today)
    {
        var view = new RosterView(roster);
        var seat = new Seat(command.Role, command.OrganCode, command.UnitId);
        var charge = roster.Charges.FirstOrDefault(c => c.Filling == Charge.ByNomination && c.Period.Contains(command.ValidFrom)
            && RoleDerivation.SeatsOf(c, view).Any(s => s.Seat == seat && s.Period.Contains(command.ValidFrom)));
        if (charge is null) return new Refusal("nomination.seat", "この席は指名で決める席ではありません。", "充て職の一覧を見て、役割と部署を選び直してください。") { IsNotFound = true };
        if (command.ValidTo <= command.ValidFrom) return new Refusal("nomination.period", "終わりの日が始まりの日より前です。", "日付の順を確かめてください。") { Field = "to" };
        if (actor is null || !Names(roster, charge, seat, actor, today))
            return new Refusal("nomination.right", $"この指名は{Word(roster, charge.Filler)}がします。", $"{Word(roster, charge.Filler)}に頼んでください。");
        var when = new Period(command.ValidFrom, command.ValidTo);
        if (!view.ActiveOf(command.PersonId).Any(p => p.Contains(command.ValidFrom)) || (charge.IsPerUnit && !view.WorksIn(command.PersonId, command.UnitId).Any(p => p.Contains(command.ValidFrom))))
            return new Refusal("nomination.person", "その人はこの部署に在職していません。", "部署に在職している人を選んでください。") { Field = "person" };
        var nominations = charge.Several ? roster.Nominations : roster.Nominations.Select(n => Ended(n, seat, command.ValidFrom));
        if (!charge.Several && roster.Nominations.Any(n => Of(n) == seat && n.ValidFrom >= command.ValidFrom && n.Period.Overlaps(when)))
            return new Refusal("nomination.taken", "その期間にはもう別の指名があります。", "始まりの日を、先の指名の後にしてください。") { Field = "from" };
        var row = new Nomination(id, command.Role, command.OrganCode, command.UnitId, command.PersonId, charge.Filler, actor, command.ValidFrom, command.ValidTo);
        return new Decided<Guid>(roster with { Nominations = [.. nominations, row] }, AuditNote.Of(AuditName,
            [TargetRef.Person(command.PersonId)], ("role", command.Role), ("organ_code", command.OrganCode), ("unit_id", command.UnitId), ("named_by", actor)), id);
    }

    // The naming role is held in the same unit for a unit's seat, in the same organ or city-wide otherwise.
    private static bool Names(Roster roster, Charge charge, Seat seat, string actor, DateOnly today) => RoleDerivation.HoldersOn(roster, today).Any(h =>
        h.PersonId == actor && h.Role == charge.Filler
        && (charge.IsPerUnit && h.UnitId.Length > 0 ? h.UnitId == seat.UnitId : h.Seat.IsCityWide || seat.IsCityWide || h.OrganCode == seat.OrganCode));

    private static Nomination Ended(Nomination n, Seat seat, DateOnly day) =>
        Of(n) == seat && n.ValidFrom < day && n.Period.Contains(day) ? n with { ValidTo = day } : n;

    private static Seat Of(Nomination n) => new(n.Role, n.OrganCode, n.UnitId);
    private static string Word(Roster roster, string role) => roster.Charges.FirstOrDefault(c => c.Role == role)?.LocalName ?? role;
}
