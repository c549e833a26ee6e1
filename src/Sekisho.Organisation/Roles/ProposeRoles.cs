using Sekisho.Kernel;
using Sekisho.Organisation.Model;
using Sekisho.Organisation.Store;
using Sekisho.Platform;

namespace Sekisho.Organisation.Roles;

/// <summary>
/// The role names of a pack: those the text has stand at once, the others wait for a person on 「役割の初期設定」. What a person confirmed stays when the
/// pack is loaded again.
/// </summary>
public sealed record ProposeRoles(IReadOnlyList<ProposedRole> Roles)
{
    public const string AuditName = "organisation.role.proposed";

    /// <returns>How many names wait for a person.</returns>
    public Task<Result<int>> RunAsync(RosterCommands commands, Guid commandId, Actor actor, CancellationToken ct) =>
        commands.RunAsync(commandId, "organisation.propose-roles", actor, (roster, now) => Decide(roster, this), ct);

    internal static Result<Decided<int>> Decide(Roster roster, ProposeRoles command)
    {
        if (command.Roles.GroupBy(r => r.LocalName, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice)
            return new Refusal("role.twice", $"役割名「{twice.Key}」が二度あります。", "パックの役割を直してください。");
        if (command.Roles.FirstOrDefault(r => r.LocalName.Length == 0 || r.State is not (RoleProposal.Text or RoleProposal.Proposal or RoleProposal.Unmapped)) is { } bad)
            return new Refusal("role.state", $"役割名「{bad.LocalName}」の状態を読めません。", "パックの役割を直してください。");
        var known = roster.Proposals.ToDictionary(p => p.LocalName, StringComparer.Ordinal);
        var next = known.Values.Where(p => p.State == RoleProposal.Confirmed && !command.Roles.Any(r => r.LocalName == p.LocalName)).ToList();
        for (var i = 0; i < command.Roles.Count; i++)
        {
            var role = command.Roles[i];
            var was = known.GetValueOrDefault(role.LocalName);
            next.Add(was is { State: RoleProposal.Confirmed } ? was with { Path = role.Path, Sort = i }
                : new RoleProposal(role.LocalName, role.State == RoleProposal.Unmapped ? RoleCode.Unmapped.Value : new RoleCode(role.Role).Value,
                    role.Path, role.State, role.Suggestion, null, null, i, was?.RowVersion ?? 1));
        }
        return new Decided<int>(roster with { Proposals = next },
            AuditNote.Of(AuditName, [TargetRef.City], ("roles", (long)next.Count), ("open", (long)next.Count(p => p.IsOpen))), next.Count(p => p.IsOpen));
    }
}
