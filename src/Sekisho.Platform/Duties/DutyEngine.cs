using Sekisho.Kernel;
using Sekisho.Platform.Registries;
using Npgsql;

namespace Sekisho.Platform.Duties;

/// <summary>The one duty engine: cadence × role → task with a deadline in 営業日, reminder, overdue, completion.</summary>
public sealed class DutyEngine
{
    private readonly CommandRunner commands;
    private readonly IdSource ids;
    private readonly Dictionary<string, IDutyOwner> owners;

    public DutyEngine(CommandRunner commands, IdSource ids, IEnumerable<IDutyOwner> owners) =>
        (this.commands, this.ids, this.owners) = (commands, ids, owners.ToDictionary(o => o.Source, StringComparer.Ordinal));

    /// <summary>Replaces the definitions of one source: new ones begin today, missing ones end today and their open tasks are cancelled by the next run.</summary>
    public static async Task DefineAsync(UnitOfWork work, string source, IReadOnlyList<DutyDefinition> definitions, CancellationToken ct)
    {
        var today = JapanTime.Day(work.Now);
        if (definitions.Any(d => !string.Equals(d.Source, source, StringComparison.Ordinal))) throw new ArgumentException("A definition has another source.", nameof(definitions));
        var before = await DutyStore.DefinitionsAsync(work.Connection, today, source, ct);
        var gone = before.Where(b => !definitions.Any(d => string.Equals(d.Id, b.Id, StringComparison.Ordinal))).ToList();
        foreach (var duty in definitions) await DutyStore.PutAsync(work, duty, today, ct);
        foreach (var duty in gone) await DutyStore.EndAsync(work, duty.Id, today, ct);
        work.Audit("platform.duty.defined", new Dictionary<string, object>(StringComparer.Ordinal) { ["source"] = source, ["count"] = definitions.Count, ["ended"] = gone.Count });
    }

    /// <summary>Adds one definition to its source, or changes it; its task opens with the next run.</summary>
    public static async Task AddAsync(UnitOfWork work, DutyDefinition definition, CancellationToken ct)
    {
        await DutyStore.PutAsync(work, definition, JapanTime.Day(work.Now), ct);
        work.Audit("platform.duty.defined", new Dictionary<string, object>(StringComparer.Ordinal) { ["source"] = definition.Source, ["count"] = 1, ["duty"] = definition.Id, ["from"] = definition.Anchor });
    }

    /// <summary>An act elsewhere answered a duty: its open tasks are done, in one organ or unit or everywhere it is asked.</summary>
    /// <param name="personId">Who answered; null when the state of things did.</param>
    /// <returns>How many tasks were done by it.</returns>
    public async Task<int> AnswerAsync(UnitOfWork work, string dutyId, string? organ, string? unit, string? personId, CancellationToken ct)
    {
        var open = await DutyStore.OpenTasksAsync(work, dutyId, organ, unit, ct);
        foreach (var task in open) await FinishAsync(work, task, personId, ct);
        return open.Count;
    }

    /// <summary>Does what is due today: opens, reminds, marks overdue, cancels. Safe to run at any time, any number of times.</summary>
    /// <returns>How many things were done.</returns>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var result = await commands.RunAsync<int>(ids.Next(), "platform.duty.run", Actor.Service("duties"), async (work, token) =>
        {
            await using (var alone = new NpgsqlCommand("select pg_advisory_xact_lock(hashtext('platform.duty'))", work.Connection, work.Transaction))
                await alone.ExecuteNonQueryAsync(token);
            var today = JapanTime.Day(work.Now);
            var holders = await work.RoleHoldersAsync(today, ct: token);
            var duties = await DutyStore.DefinitionsAsync(work.Connection, today, null, token);
            var tasks = await DutyStore.PresentAsync(work, duties, today, token);
            var actions = DutyRules.Decide(duties, holders, tasks, await CityCalendar.LoadAsync(work.Connection, token), today);
            var done = 0;
            foreach (var action in actions)
                if (await ApplyAsync(work, action, holders, token)) done++;
            return done > 0 ? done : new Refusal("duty.nothing-due", "今日することは残っていません。", "次の確認を待ちます。");
        }, ct);
        return result.IsOk ? result.Value : 0;
    }

    /// <summary>The acting person says a task is done. Must hold the task's role there today. A task with a link is answered by the act behind it, never by saying so.</summary>
    /// <param name="expectedVersion">The row version the person saw.</param>
    public async Task<Result<DutyTask>> CompleteAsync(UnitOfWork work, Guid taskId, int expectedVersion, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand($"select {DutyStore.TaskColumns} from platform.duty_task where id = $1 for update", work.Connection, work.Transaction)
        {
            Parameters = { new() { Value = taskId } },
        };
        var task = (await DutyStore.TasksAsync(command, ct)).SingleOrDefault();
        if (task is null || work.Actor.PersonId is not { } person || !await HoldsAsync(work, task, person, ct)) return NotFound;
        if (task.State != DutyTaskState.Open || task.RowVersion != expectedVersion) return Changed;
        if (task.Link is not null) return Elsewhere;
        return await FinishAsync(work, task, person, ct);
    }

    private async Task<DutyTask> FinishAsync(UnitOfWork work, DutyTask task, string? person, CancellationToken ct)
    {
        await DutyStore.MarkAsync(work, task.Id, "state = 'done', completed_at = $2, completed_by = $3", person, ct);
        var done = task with { State = DutyTaskState.Done, CompletedAt = work.Now, CompletedBy = person, RowVersion = task.RowVersion + 1 };
        work.Audit("platform.duty.completed", Payload(done, person), null, person is null ? Target(task.OrganCode, task.UnitId) : TargetRef.Person(person));
        if (owners.TryGetValue(task.Source, out var owner)) await owner.CompletedAsync(done, work, ct);
        return done;
    }

    private static async Task<bool> ApplyAsync(UnitOfWork work, DutyAction action, IReadOnlyList<RoleHolder> holders, CancellationToken ct)
    {
        switch (action)
        {
            case DutyAction.Open open:
                if (await DutyStore.OpenAsync(work, open, ct) is not { } id) return false;
                work.Audit("platform.duty.opened", new Dictionary<string, object>(StringComparer.Ordinal)
                {
                    ["task"] = id, ["duty"] = open.Duty.Id, ["role"] = open.Duty.Role.Value, ["period"] = open.PeriodStart, ["due"] = open.DueOn,
                }, null, Target(open.Place.OrganCode, open.Place.UnitId));
                Tell(work, "duty.notice.opened", open.Duty.Label, open.DueOn, "/duties/" + id, Holders(holders, open.Duty.Role, open.Place.OrganCode, open.Place.UnitId));
                return true;
            case DutyAction.Remind(var task): return await MarkAsync(work, task, "reminded", "reminded_at = $2", "duty.notice.reminded", holders, ct);
            case DutyAction.MarkOverdue(var task): return await MarkAsync(work, task, "overdue", "overdue_at = $2", "duty.notice.overdue", holders, ct);
            case DutyAction.Cancel(var task): return await MarkAsync(work, task, "cancelled", "state = 'cancelled', completed_at = $2", null, holders, ct);
            default: throw new InvalidOperationException($"Unknown action {action}.");
        }
    }

    private static async Task<bool> MarkAsync(UnitOfWork work, DutyTask task, string verb, string assignment, string? notice, IReadOnlyList<RoleHolder> holders, CancellationToken ct)
    {
        await DutyStore.MarkAsync(work, task.Id, assignment, null, ct);
        work.Audit("platform.duty." + verb, Payload(task, null), null, Target(task.OrganCode, task.UnitId));
        if (notice is not null) Tell(work, notice, task.Label, task.DueOn, "/duties/" + task.Id, Holders(holders, task.Role, task.OrganCode, task.UnitId));
        return true;
    }

    private static async Task<bool> HoldsAsync(UnitOfWork work, DutyTask task, string person, CancellationToken ct) =>
        (await work.RoleHoldersAsync(JapanTime.Day(work.Now), task.Role, task.OrganCode, task.UnitId, person, ct)).Count > 0;

    private static IEnumerable<string> Holders(IReadOnlyList<RoleHolder> holders, RoleCode role, string organ, string? unit) => holders
        .Where(h => h.Role == role && string.Equals(h.OrganCode, organ, StringComparison.Ordinal) && (unit is null || string.Equals(h.UnitId, unit, StringComparison.Ordinal)))
        .Select(h => h.PersonId).Distinct(StringComparer.Ordinal);

    private static void Tell(UnitOfWork work, string key, string label, DateOnly due, string? link, IEnumerable<string> persons)
    {
        var args = new Dictionary<string, string>(StringComparer.Ordinal) { ["label"] = label, ["due"] = due.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) };
        foreach (var person in persons) work.Notify(person, key, args, link);
    }

    private static TargetRef Target(string organ, string? unit) => unit is null ? TargetRef.Organ(organ) : TargetRef.Unit(unit);

    private static Dictionary<string, object> Payload(DutyTask task, string? person)
    {
        var payload = new Dictionary<string, object>(StringComparer.Ordinal) { ["task"] = task.Id, ["duty"] = task.DutyId, ["role"] = task.Role.Value, ["due"] = task.DueOn };
        if (person is not null) payload["person"] = person;
        return payload;
    }

    private static Refusal NotFound { get; } = new("duty.not-found", "この仕事は見つかりません。", "「今日すること」から開き直してください。") { IsNotFound = true };
    private static Refusal Elsewhere { get; } = new("duty.elsewhere", "この仕事は、仕事の画面で答えると終わります。", "「仕事の画面を開く」から答えてください。");
    private static Refusal Changed { get; } = new("duty.changed", "この仕事は、表示している間に変わりました。", "最新の内容を読み込んでから操作してください。") { IsConflict = true };
}
