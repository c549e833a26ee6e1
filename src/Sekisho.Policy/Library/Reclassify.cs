using Microsoft.EntityFrameworkCore;
using Sekisho.Kernel;
using Sekisho.Platform;
using Sekisho.Policy.Documents;

namespace Sekisho.Policy.Library;

/// <summary>Changes who may read a document below the policy: everybody, or the city's own people only. Holds for every output from this moment.</summary>
public sealed record Reclassify(string DocumentId, bool IsClosed)
{
    /// <returns>The class it has now.</returns>
    public Task<Result<string>> RunAsync(CommandRunner commands, Guid commandId, Actor actor, CancellationToken ct) =>
        commands.RunAsync<string>(commandId, "policy.document.reclassify", actor, async (work, inner) =>
        {
            var context = work.Context<DocumentsContext>();
            if (await context.Documents.SingleOrDefaultAsync(d => d.Id == DocumentId, inner) is not { } document)
                return new Refusal("policy.class.none", "文書が見つかりません。", "文書の一覧から選び直してください。") { IsNotFound = true };
            if (document.PackCode is not null) return new Refusal("policy.class.policy", "方針そのものは公開の文書です。", "公開しない定めは、対策基準か実施手順として登録してください。");
            var wanted = IsClosed ? DocumentRow.Closed : DocumentRow.Public;
            if (document.DisclosureClass == wanted) return new Refusal("policy.class.same", "公開区分は同じです。", "改める区分を選んでください。") { Field = "class" };
            document.DisclosureClass = wanted;
            work.Audit("policy.document.reclassified", new Dictionary<string, object>(StringComparer.Ordinal) { ["document"] = DocumentId, ["class"] = wanted });
            var edition = await context.Editions.AsNoTracking().SingleOrDefaultAsync(e => e.DocumentId == DocumentId && e.IsCurrent, inner);
            if (edition is not null) work.Fact(EditionFacts.Version(document, edition, edition.Version > 1 ? EditionFacts.Text(edition.Version - 1) : null));
            return wanted;
        }, ct);
}
