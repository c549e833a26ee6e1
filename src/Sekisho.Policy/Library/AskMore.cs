using Microsoft.EntityFrameworkCore;
using Sekisho.Kernel;
using Sekisho.Platform;
using Sekisho.Platform.Registries;
using Sekisho.Policy.Documents;

namespace Sekisho.Policy.Library;

/// <summary>
/// Asks persons by name who are in the scope of the text and in no unit of the city: members of the assembly, of committees, people of contractors (rule M5).
/// </summary>
/// <param name="People">Person ids.</param>
public sealed record AskMore(string DocumentId, IReadOnlyList<string> People)
{
    private const int Most = 5_000;

    /// <returns>How many had not been asked before.</returns>
    public Task<Result<int>> RunAsync(CommandRunner commands, Guid commandId, Actor actor, CancellationToken ct) =>
        commands.RunAsync<int>(commandId, "policy.edition.ask", actor, async (work, inner) =>
        {
            if (People.Count is 0 or > Most) return new Refusal("policy.ask.nobody", "頼む人が書かれていません。", "職員番号を一行に一つ書いてください。") { Field = "more" };
            var context = work.Context<DocumentsContext>();
            var row = await (from d in context.Distributions join e in context.Editions on new { d.DocumentId, d.Version } equals new { e.DocumentId, e.Version } where d.DocumentId == DocumentId && e.IsCurrent select d).SingleOrDefaultAsync(inner);
            if (row is null) return new Refusal("policy.ask.unsent", "この文書の今の版は配信されていません。", "文書を配信してから、加えてください。") { IsNotFound = true };
            var document = await context.Documents.AsNoTracking().SingleAsync(d => d.Id == DocumentId, inner);
            if (document.DisclosureClass != DocumentRow.Public) return new Refusal("policy.ask.closed", "公開しない文書は、部署に属する職員にしか配れません。", "公開の文書で確認を頼んでください。") { Field = "more" };
            var known = (await work.SubjectsAsync(TargetKind.Person, ct: inner)).ToDictionary(p => p.Target.Id, StringComparer.Ordinal);
            var unknown = People.Where(p => !known.ContainsKey(p)).Distinct(StringComparer.Ordinal).ToList();
            if (unknown.Count > 0) return new Refusal("policy.ask.unknown", $"名簿に無い番号が{unknown.Count}件あります({string.Join("、", unknown.Take(5))})。", "番号を確かめて、書き直してください。誰にもまだ頼んでいません。") { Field = "more" };
            var asked = await context.Recipients.Where(r => r.DistributionId == row.Id).Select(r => new { r.PersonId, r.UnitId }).ToListAsync(inner);
            var ids = asked.Select(a => a.PersonId).ToHashSet(StringComparer.Ordinal);
            var more = People.Distinct(StringComparer.Ordinal).Where(p => !ids.Contains(p)).Select(p => known[p]).ToList();
            if (more.Count == 0) return new Refusal("policy.ask.done", "どの人にも、もう頼んであります。", "まだの人の一覧から催促できます。") { IsConflict = true };
            Distribute.Send(work, context, document, row, more, unit => asked.Count(a => a.UnitId == unit));
            return more.Count;
        }, ct);
}
