using System.Globalization;
using Sekisho.Kernel;
using Sekisho.Kernel.Facts.Organisation;
using Sekisho.Organisation.Roles;
using Sekisho.Organisation.Store;
using Sekisho.Platform;

namespace Sekisho.Organisation.Structure;

/// <summary>Publishes the 推進体制図 as it follows from today's appointments: the words it shows are kept, their digest and counts go into the fact.</summary>
public sealed class PublishStructure(CommandRunner runner)
{
    /// <returns>The version: the day and a counter, e.g. 2026-04-01.1.</returns>
    public Task<Result<string>> RunAsync(Guid commandId, Actor actor, CancellationToken ct) =>
        runner.RunAsync<string>(commandId, "organisation.publish-structure", actor, async (work, token) =>
        {
            await RosterCommands.LockAsync(work, token);
            var db = work.Context<OrganisationContext>();
            var roster = await RosterReader.ReadAsync(db, token);
            var today = JapanTime.Day(work.Now);
            var holders = RoleDerivation.HoldersOn(roster, today);
            if (holders.Count == 0) return new Refusal("structure.empty", "役割に就いている人がいません。", "人と充て職を取り込んでから公開してください。");
            var text = StructureText.Of(roster, holders, RoleDerivation.VacanciesOn(roster, RoleDerivation.Timeline(roster), today), today);
            var chart = await NextAsync(db, work, today, text, roster, token);
            db.Add(chart);
            work.Fact(new OrgStructurePublished(chart.Version, StructureText.RosterDigest(holders).Hex, chart.RoleCount, chart.UnitCount, chart.VacantCount, chart.Sha256, chart.PublishedAt));
            return chart.Version;
        }, ct);

    private static async Task<StructureChart> NextAsync(OrganisationContext db, UnitOfWork work, DateOnly today, StructureText text, Model.Roster roster, CancellationToken ct)
    {
        var day = today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var before = await Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.CountAsync(db.Set<StructureChart>().Where(c => c.Version.StartsWith(day)), ct);
        return new StructureChart(day + "." + (before + 1).ToString(CultureInfo.InvariantCulture), Digest.OfText(text.Words).Hex, text.RoleCount,
            roster.Units.Count(u => u.Period.Contains(today)), text.VacantCount, work.Now, work.Actor.Code, text.Words);
    }
}
