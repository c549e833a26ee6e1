using Microsoft.EntityFrameworkCore;
using Sekisho.Kernel;
using Sekisho.Kernel.Facts.Policy;
using Sekisho.Platform;
using Sekisho.Policy.Documents;

namespace Sekisho.Policy.Library;

/// <summary>
/// People confirm that they have read an edition and will keep it: each for himself on the page, or by signed paper or list for those without an account (rule M5).
/// </summary>
/// <param name="People">Person ids. More than one only for paper and list.</param>
/// <param name="Method">screen, paper or list.</param>
public sealed record Acknowledge(string DocumentId, IReadOnlyList<string> People, string Method)
{
    /// <summary>More than a city has; a bound for one request.</summary>
    private const int Most = 5_000;

    /// <returns>How many had not confirmed before.</returns>
    public Task<Result<int>> RunAsync(CommandRunner commands, Guid commandId, Actor actor, CancellationToken ct) =>
        commands.RunAsync<int>(commandId, "policy.edition.acknowledge", actor, async (work, inner) =>
        {
            if (People.Count is 0 or > Most) return new Refusal("policy.ack.nobody", "確認した人が選ばれていません。", "人を選ぶか、職員番号を一行に一つ書いてください。") { Field = "people" };
            if (Method == RecipientRow.Screen && (People.Count != 1 || People[0] != actor.PersonId))
                return new Refusal("policy.ack.other", "画面での確認は本人だけができます。", "本人に依頼するか、署名した紙で受け取ってください。");
            var context = work.Context<DocumentsContext>();
            var sent = await context.Distributions.AsNoTracking().Where(d => d.DocumentId == DocumentId).OrderByDescending(d => d.Version).FirstOrDefaultAsync(inner);
            if (sent is null) return new Refusal("policy.ack.unsent", "この文書は配信されていません。", "文書を配信してから確認を受けてください。") { IsNotFound = true };
            var rows = await context.Recipients.Where(r => r.DistributionId == sent.Id && People.Contains(r.PersonId)).ToListAsync(inner);
            var unknown = People.Except(rows.Select(r => r.PersonId), StringComparer.Ordinal).ToList();
            if (unknown.Count > 0)
                return new Refusal("policy.ack.unknown", $"配信の相手でない番号が{unknown.Count}件あります({string.Join("、", unknown.Take(5))})。", "番号を確かめて、書き直してください。どの人の確認もまだ記録していません。") { Field = "people" };
            var open = rows.Where(r => r.AcknowledgedAt is null).ToList();
            foreach (var row in open)
            {
                (row.AcknowledgedAt, row.Method) = (work.Now, Method);
                work.Fact(new PolicyAcknowledged(DocumentId, EditionFacts.Text(sent.Version), row.PersonId, Method, work.Now));
            }
            return open.Count;
        }, ct);
}
