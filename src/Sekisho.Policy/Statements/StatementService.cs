using Sekisho.Kernel;
using Sekisho.Platform;
using Sekisho.Platform.Registries;
using Sekisho.Policy.Packs;

namespace Sekisho.Policy.Statements;

/// <summary>Records statements; the roles are looked up again inside the command, never taken from the page.</summary>
public sealed class StatementService(CommandRunner commands, PackLibrary packs)
{
    public Task<Result<Guid>> SignAsync(Guid commandId, Actor actor, SignStatement command, CancellationToken ct) =>
        commands.RunAsync<Guid>(commandId, "policy.statement.sign", actor, async (work, inner) =>
        {
            if (actor.PersonId is not { } person || await packs.AppliedAsync(work, inner) is not { } applied)
                return new Refusal("policy.statement.closed", "申告できる状態にありません。", "方針を取り込み、役割に就いてから申告してください。");
            var held = await work.RoleHoldersAsync(JapanTime.Day(work.Now), person: person, ct: inner);
            var state = new SignStatement.State(applied.Catalogue.Find(command.ControlId), person, held, await OrganOfAsync(work, command, inner));
            var decided = SignStatement.Decide(state, command, work.Now);
            return decided.IsOk ? work.Fact(decided.Value) : decided.As<Guid>();
        }, ct);

    private static async Task<string?> OrganOfAsync(UnitOfWork work, SignStatement command, CancellationToken ct) =>
        SignStatement.SubjectOf(command.Subject) is { Kind: TargetKind.Unit } unit
            ? (await work.SubjectsAsync(TargetKind.Unit, id: unit.Id, ct: ct)).FirstOrDefault()?.OrganCode : null;
}
