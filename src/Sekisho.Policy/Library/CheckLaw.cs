using Microsoft.EntityFrameworkCore;
using Sekisho.Kernel;
using Sekisho.Platform;
using Sekisho.Policy.Documents;
using Sekisho.PolicyText;
using Sekisho.PolicyText.Reading;

namespace Sekisho.Policy.Library;

/// <summary>A person looked at the law or guideline the document names and says which version it was. Every reference to it is then resolved.</summary>
public sealed record CheckLaw(string DocumentId, string Name, string LawVersion)
{
    private const int Longest = 120;

    /// <returns>How many places of the text name it.</returns>
    public Task<Result<int>> RunAsync(CommandRunner commands, Guid commandId, Actor actor, CancellationToken ct) =>
        commands.RunAsync<int>(commandId, "policy.law.check", actor, async (work, inner) =>
        {
            var context = work.Context<DocumentsContext>();
            var edition = await context.Editions.AsNoTracking().SingleOrDefaultAsync(e => e.DocumentId == DocumentId && e.IsCurrent, inner);
            var text = edition is null ? null : edition.Tree();
            if (text is null || !OuterReferences.Read(text).Any(r => r.Name == Name)) return new Refusal("policy.law.none", "この文書はその法令を引いていません。", "画面を読み込み直してください。") { IsConflict = true };
            if (LawVersion.Length is 0 or > Longest) return new Refusal("policy.law.version", "確かめた版がありません。", "「令和8年法律第12号による改正後」のように、見た版を書いてください。") { Field = "version" };
            var row = await context.Laws.SingleOrDefaultAsync(l => l.DocumentId == DocumentId && l.Name == Name, inner);
            if (row is null) context.Add(row = new LawReferenceRow { DocumentId = DocumentId, Name = Name, LawVersion = LawVersion, CheckedAt = work.Now });
            else if (row.LawVersion != LawVersion) work.Audit(Reviews.ReviewConsumer.LawChanged, new Dictionary<string, object>(StringComparer.Ordinal) { ["document"] = DocumentId, ["law"] = Name, ["version"] = LawVersion });
            (row.LawVersion, row.CheckedAt) = (LawVersion, work.Now);
            var known = new Dictionary<string, LawReferenceRow>(StringComparer.Ordinal) { [Name] = row };
            var links = LawLinks.Of(DocumentId, text, known, work.Now).Where(l => l.ToDoc == LawLinks.DocumentOf(Name)).ToList();
            foreach (var link in links) work.Fact(link);
            return links.Count;
        }, ct);
}
