using Sekisho.Kernel;
using Sekisho.Organisation.Model;
using Sekisho.Organisation.Store;
using Sekisho.Organisation.Walls;
using Sekisho.Platform;

namespace Sekisho.Organisation.Roles;

/// <summary>A person confirms what a role name stands for and, when asked, how the role is filled (役割の初期設定).</summary>
/// <param name="LocalName">The name as it stands in the list.</param>
/// <param name="Role">The neutral code the person chose.</param>
/// <param name="Charge">How the role is filled; null leaves the charges as they are.</param>
public sealed record ConfirmRole(string LocalName, string Role, NewCharge? Charge, int RowVersion)
{
    public const string AuditName = "organisation.role.confirmed";

    public Task<Result<string>> RunAsync(RosterCommands commands, Guid commandId, Actor actor, CancellationToken ct) =>
        commands.RunAsync(commandId, "organisation.confirm-role", actor, (roster, now) => Decide(roster, this, actor, now), ct);

    internal static Result<Decided<string>> Decide(Roster roster, ConfirmRole command, Actor actor, DateTimeOffset now)
    {
        if (roster.Proposals.FirstOrDefault(p => p.LocalName == command.LocalName) is not { } row)
            return new Refusal("role.unknown", "その役割名がありません。", "一覧から選び直してください。") { IsNotFound = true };
        if (row.RowVersion != command.RowVersion)
            return new Refusal("role.changed", "ほかの人が先にこの役割を決めました。", "最新の内容を確かめてください。") { IsConflict = true };
        if (actor.PersonId is not { } person)
            return new Refusal("role.person", "役割は人が確かめます。", "サインインしてください。");
        if (!RoleCatalogue.Codes.Contains(command.Role, StringComparer.Ordinal))
            return new Refusal("role.code", "役割の種類が選ばれていません。", "一覧から選んでください。") { Field = "role" };
        var confirmed = row with { Role = command.Role, State = RoleProposal.Confirmed, ConfirmedBy = person, ConfirmedAt = now };
        var next = roster with { Proposals = [.. roster.Proposals.Select(p => ReferenceEquals(p, row) ? confirmed : p)] };
        if (command.Charge is { } charge)
        {
            var added = charge.Add(next, command.LocalName, command.Role, OrganWall.Of(roster, actor, JapanTime.Day(now)));
            if (!added.IsOk) return added.As<Decided<string>>();
            next = added.Value;
        }
        return new Decided<string>(next, AuditNote.Of(AuditName, [TargetRef.City], ("role", command.Role), ("confirmed_by", person)), command.LocalName);
    }
}
