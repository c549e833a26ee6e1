using Sekisho.Kernel;
using Sekisho.Organisation.Model;
using Sekisho.Organisation.Store;
using Sekisho.Organisation.Walls;
using Sekisho.Platform;

namespace Sekisho.Organisation.Import;

/// <summary>Reads CSV files into the roster, all or nothing. The dry run is <see cref="PreviewAsync"/>: the same plan, not written.</summary>
public sealed record ImportRoster(IReadOnlyList<ImportFile> Files)
{
    public const string AuditName = "organisation.roster.imported";
    // Enough to see what kind of mistake it is; the dry run lists all of them.
    private const int MostRefusals = 50;

    public Task<Result<ImportResult>> RunAsync(RosterCommands commands, Guid commandId, Actor actor, CancellationToken ct) =>
        commands.RunAsync(commandId, "organisation.import", actor, (roster, now) => Decide(roster, this, OrganWall.Of(roster, actor, JapanTime.Day(now))), ct);

    /// <summary>What the import would do now for this person.</summary>
    public async Task<ImportPlan> PreviewAsync(ReadScope read, Actor actor, DateOnly today, CancellationToken ct)
    {
        var roster = await RosterReader.ReadAsync(read.Context<OrganisationContext>(), ct);
        return ImportPlanner.Plan(roster, Files, OrganWall.Of(roster, actor, today));
    }

    internal static Result<Decided<ImportResult>> Decide(Roster roster, ImportRoster command, OrganWall wall)
    {
        var plan = ImportPlanner.Plan(roster, command.Files, wall);
        var errors = plan.Errors.Take(MostRefusals).Select(e => new Refusal("import.row", $"{e.File} {e.Line}行目: {e.WhatHappened}", e.WhatToDo)).ToList();
        if (errors.Count > 0) return Result<Decided<ImportResult>>.Refused(errors);
        if (plan.Counts.Count == 0) return new Refusal("import.empty", "取り込むファイルがありません。", "CSV を一つ以上選んでください。");
        var payload = plan.Counts.GroupBy(c => c.Kind, StringComparer.Ordinal).Select(g => (g.Key, (object)(long)g.Sum(c => c.Added + c.Changed)));
        return new Decided<ImportResult>(
            plan.Next,
            AuditNote.Of(AuditName, [TargetRef.City], [.. payload, ("role_changes", (long)plan.RoleChanges.Count)]),
            new ImportResult(plan.Counts, plan.RoleChanges.Count));
    }
}
