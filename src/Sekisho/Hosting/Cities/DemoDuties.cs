using Microsoft.AspNetCore.WebUtilities;
using Sekisho.Kernel;
using Sekisho.Kernel.Verdicts;
using Sekisho.Platform;
using Sekisho.Platform.Duties;
using Sekisho.Platform.Registries;
using Sekisho.Policy.Statements;

namespace Sekisho.Hosting.Cities;

/// <summary>
/// The demonstration's persons at their tasks, by the commands anybody uses: most are done in time, some late, a few wait for months. Which is which follows
/// from the task, so that every demonstration city has the same year.
/// </summary>
internal sealed class DemoDuties(IServiceProvider services)
{
    private const int Most = 5000;
    private const int LateDays = 14, ForgottenDays = 75;
    private readonly CommandRunner commands = services.GetRequiredService<CommandRunner>();

    /// <returns>How many tasks were done on this day.</returns>
    internal async Task<Result<int>> ActAsync(DateOnly day, CancellationToken ct)
    {
        await using var read = await services.GetRequiredService<Database>().ReadAsync(ct);
        var organs = (await read.SubjectsAsync(TargetKind.Organ, ct: ct)).Select(o => o.Target.Id).Append(DutyDefinition.WholeCity).ToList();
        var holders = await read.RoleHoldersAsync(day, ct: ct);
        var done = 0;
        foreach (var task in await read.DutiesAsync(organs, null, DutyTaskState.Open, 0, Most, ct))
        {
            if (!IsTheirDay(task, day) || holders.FirstOrDefault(h => Holds(h, task)) is not { } holder) continue;
            var actor = new Actor(ActorKind.Person, holder.PersonId, holder.PersonId, holder.OrganCode, holder.UnitId, new HashSet<string>([task.Role.Value], StringComparer.Ordinal));
            var result = task.Link is null ? await ConfirmAsync(task, actor, ct) : await StateAsync(task, actor, day, ct);
            if (!result.IsOk) return result;
            done += result.Value;
        }
        return done;
    }

    private static bool Holds(RoleHolder holder, DutyTask task) => holder.Role == task.Role && holder.OrganCode == task.OrganCode && (task.UnitId is null || holder.UnitId == task.UnitId);

    private static bool IsTheirDay(DutyTask task, DateOnly day) => (Dice(task) % 20) switch
    {
        < 14 => day >= task.DueOn.AddDays(-14),
        < 18 => day >= task.DueOn.AddDays(LateDays),
        _ => day >= task.DueOn.AddDays(ForgottenDays),
    };

    private Task<Result<int>> ConfirmAsync(DutyTask task, Actor actor, CancellationToken ct) =>
        commands.RunAsync<int>(Id(task), "duty.complete", actor, async (work, token) =>
        {
            var finished = await services.GetRequiredService<DutyEngine>().CompleteAsync(work, task.Id, task.RowVersion, token);
            return finished.IsOk ? 1 : finished.As<int>();
        }, ct);

    /// <summary>Tasks that are answered by a statement; the others wait for what they ask to be mended.</summary>
    private async Task<Result<int>> StateAsync(DutyTask task, Actor actor, DateOnly day, CancellationToken ct)
    {
        var link = task.Link ?? "";
        var asked = QueryHelpers.ParseQuery(link[(link.IndexOf('?', StringComparison.Ordinal) + 1)..]);
        if (!asked.TryGetValue("control", out var control) || !asked.TryGetValue("subject", out var subject)) return 0;
        var asserted = Dice(task) % 9 == 0 ? Verdict.Partial : Verdict.Conforming;
        var text = asserted == Verdict.Partial ? "台帳と現物を照らし、足りない所を直している途中です。" : "台帳と現物を照らして確かめました。";
        var signed = await services.GetRequiredService<StatementService>().SignAsync(Id(task), actor,
            new SignStatement(control.ToString(), subject.ToString(), asserted.Code(), text, "点検記録簿", day.AddYears(1)), ct);
        return signed.IsOk ? 1 : signed.As<int>();
    }

    private static Guid Id(DutyTask task) => IdSource.Seeded("demo-duty/" + Name(task)).Next();

    private static int Dice(DutyTask task) => Digest.OfText(Name(task)).ToBytes()[0];

    private static string Name(DutyTask task) => string.Join('/', task.DutyId, task.OrganCode, task.UnitId, task.PeriodStart.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
}
