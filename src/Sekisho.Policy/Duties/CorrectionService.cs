using Sekisho.Kernel;
using Sekisho.Platform;
using Sekisho.Platform.Duties;
using Sekisho.Platform.Registries;
using Sekisho.Policy.Packs;

namespace Sekisho.Policy.Duties;

/// <summary>Puts a request for correction before the holders of the role.</summary>
internal sealed class CorrectionService(CommandRunner commands, Database database, PackLibrary packs, DutyEngine engine)
{
    public async Task<Result<Guid>> AskAsync(Guid commandId, Actor actor, RequestCorrection request, CancellationToken ct)
    {
        await using var read = await database.ReadAsync(ct);
        var calendar = await read.CalendarAsync(ct);
        var asked = await commands.RunAsync<Guid>(commandId, "policy.correction.request", actor, async (work, inner) =>
        {
            if (await packs.AppliedAsync(work, inner) is not { } applied) return new Refusal("policy.correction.closed", "方針がまだありません。", "方針を取り込んでから依頼してください。");
            var today = JapanTime.Day(work.Now);
            var decided = request.Decide(commandId, applied.DocumentId, calendar, await work.RoleHoldersAsync(today, request.Responsible.Role, ct: inner), today);
            if (!decided.IsOk) return decided.As<Guid>();
            await DutyEngine.AddAsync(work, decided.Value, inner);
            return commandId;
        }, ct);
        if (asked.IsOk) await engine.RunAsync(ct);
        return asked;
    }
}
