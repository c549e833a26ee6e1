using Microsoft.EntityFrameworkCore;
using Sekisho.Kernel;
using Sekisho.Kernel.Facts.Policy;
using Sekisho.Platform;
using Sekisho.Platform.Registries;
using Sekisho.Policy.Documents;

namespace Sekisho.Policy.Library;

/// <summary>
/// Sends the published edition to everybody who works in a unit today or holds a role without one (a mayor, a member of the committee), and asks for the confirmation until a day.
/// Who joins later is asked too. A document that is not public goes to those only who may read it.
/// </summary>
public sealed record Distribute(string DocumentId, DateOnly DueOn)
{
    private const string Staff = "staff", Persons = "persons";

    /// <returns>How many persons were asked.</returns>
    public Task<Result<int>> RunAsync(CommandRunner commands, Guid commandId, Actor actor, CancellationToken ct) =>
        commands.RunAsync<int>(commandId, "policy.edition.distribute", actor, async (work, inner) =>
        {
            var context = work.Context<DocumentsContext>();
            var document = await context.Documents.AsNoTracking().SingleOrDefaultAsync(d => d.Id == DocumentId, inner);
            var edition = await context.Editions.AsNoTracking().SingleOrDefaultAsync(e => e.DocumentId == DocumentId && e.IsCurrent, inner);
            if (document is null) return new Refusal("policy.distribute.document", "文書が見つかりません。", "文書の一覧から選び直してください。") { IsNotFound = true };
            if (edition is null || edition.PublicationState == EditionRow.Draft) return new Refusal("policy.distribute.draft", "配信できる版がありません。", "条文を取り込み、公開・施行にしてから配信してください。");
            if (DueOn <= JapanTime.Day(work.Now)) return new Refusal("policy.distribute.due", "確認の期限が今日以前です。", "明日以後の日を入れてください。") { Field = "due" };
            if (await context.Distributions.AnyAsync(d => d.DocumentId == DocumentId && d.Version == edition.Version, inner))
                return new Refusal("policy.distribute.done", $"第{edition.Version}版は配信済みです。", "まだの人の一覧から催促できます。") { IsConflict = true };
            var row = new DistributionRow { Id = work.Ids.Next(), DocumentId = DocumentId, Version = edition.Version, DueOn = DueOn, SentAt = work.Now, SentBy = actor.PersonId ?? actor.Name };
            context.Add(row);
            await work.SaveAsync(inner);
            var people = await StaffAsync(work, document, inner);
            if (people.Count == 0) return new Refusal("policy.distribute.nobody", "配信する相手が居ません。", "先に組織と人を取り込んでください。");
            Send(work, context, document, row, people, _ => 0);
            return people.Count;
        }, ct);

    /// <summary>Everybody with a unit today, and of those without one: for a public document who has a role, for another who may read it.</summary>
    internal static async Task<List<Subject>> StaffAsync(UnitOfWork work, DocumentRow document, CancellationToken ct)
    {
        var holders = (await work.RoleHoldersAsync(JapanTime.Day(work.Now), ct: ct)).Select(h => h.PersonId).ToHashSet(StringComparer.Ordinal);
        return [.. (await work.SubjectsAsync(TargetKind.Person, ct: ct))
            .Where(p => p.UnitId is not null || (holders.Contains(p.Target.Id) && (document.DisclosureClass == DocumentRow.Public || ClosedReaders.May(p)))).OrderBy(p => p.Target.Id, StringComparer.Ordinal)];
    }

    /// <param name="before">How many of a unit were sent to before.</param>
    internal static void Send(UnitOfWork work, DocumentsContext context, DocumentRow document, DistributionRow row, IReadOnlyList<Subject> people, Func<string?, int> before)
    {
        foreach (var person in people)
        {
            context.Add(new RecipientRow { DistributionId = row.Id, PersonId = person.Target.Id, OrganCode = person.OrganCode, UnitId = person.UnitId });
            work.Notify(person.Target.Id, "policy.library.notice", new Dictionary<string, string>(StringComparer.Ordinal) { ["title"] = document.Title, ["version"] = EditionFacts.Text(row.Version) }, LibraryLink.Read(document.Id));
        }
        foreach (var unit in people.GroupBy(p => p.UnitId, StringComparer.Ordinal))
            work.Fact(new PolicyDistributed(document.Id, EditionFacts.Text(row.Version), unit.Key, unit.Key is null ? Persons : Staff, true, unit.Count() + before(unit.Key), unit.Count() + before(unit.Key), null, row.DueOn, work.Now));
    }
}
