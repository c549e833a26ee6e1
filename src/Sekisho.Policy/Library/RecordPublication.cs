using Microsoft.EntityFrameworkCore;
using Sekisho.Kernel;
using Sekisho.Kernel.Facts.Policy;
using Sekisho.Platform;
using Sekisho.Policy.Documents;

namespace Sekisho.Policy.Library;

/// <summary>Records where the current edition is public and whether a person reached it there. This network does not reach the place itself: the person looks and says so.</summary>
public sealed record RecordPublication(string DocumentId, string Place, string Url, DateOnly PublishedOn, bool Reachable)
{
    private const int Longest = 300;
    private const string BySight = "person";

    public Task<Result<int>> RunAsync(CommandRunner commands, Guid commandId, Actor actor, CancellationToken ct) =>
        commands.RunAsync<int>(commandId, "policy.publication.record", actor, async (work, inner) =>
        {
            var context = work.Context<DocumentsContext>();
            var document = await context.Documents.AsNoTracking().SingleOrDefaultAsync(d => d.Id == DocumentId, inner);
            var edition = await context.Editions.AsNoTracking().SingleOrDefaultAsync(e => e.DocumentId == DocumentId && e.IsCurrent, inner);
            if (document is null || edition is null) return new Refusal("policy.publication.none", "公表する版がありません。", "先に条文を取り込んでください。") { IsNotFound = document is null };
            if (Problem(document, edition, JapanTime.Day(work.Now)) is { } wrong) return wrong;
            context.Add(new PublicationRow
            {
                Id = work.Ids.Next(), DocumentId = DocumentId, Version = edition.Version, Place = Place, Url = Url, PublishedOn = PublishedOn, Reachable = Reachable, CheckedAt = work.Now,
            });
            work.Fact(new PolicyPublicationChecked(DocumentId, EditionFacts.Text(edition.Version), Place, Url, PublishedOn, Reachable, BySight, work.Now));
            return edition.Version;
        }, ct);

    private Refusal? Problem(DocumentRow document, EditionRow edition, DateOnly today) =>
        document.DisclosureClass == DocumentRow.Closed ? new("policy.publication.closed", "非公開の文書です。", "公開するには、先に文書の公開区分を改めてください。")
        : edition.PublicationState == EditionRow.Draft ? new("policy.publication.draft", "この版はまだ公開前です。", "先に「公開・施行にする」を押してください。")
        : Place.Length is 0 or > Longest ? new("policy.publication.place", "公表先がありません。", "市の公式サイト、掲示場など、公表した所を書いてください。") { Field = "place" }
        : Url.Length is 0 or > Longest ? new("policy.publication.url", "公表先の所在がありません。", "アドレス、または掲示した場所を書いてください。") { Field = "url" }
        : PublishedOn > today ? new("policy.publication.day", "公表日が先の日です。", "公表した日を入れてください。") { Field = "published" }
        : null;
}
