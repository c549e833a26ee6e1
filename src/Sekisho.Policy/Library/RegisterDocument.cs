using Microsoft.EntityFrameworkCore;
using Sekisho.Kernel;
using Sekisho.Platform;
using Sekisho.Platform.Registries;
using Sekisho.Policy.Documents;

namespace Sekisho.Policy.Library;

/// <summary>Adds a document below the policy: 対策基準, 実施手順 or the rules of conduct. Its text comes as its first edition.</summary>
/// <param name="Kind">One of <see cref="DocumentKinds.Lower"/>.</param>
/// <param name="ParentId">The document it is made under; one level above.</param>
public sealed record RegisterDocument(string Kind, string Title, string ParentId, bool IsClosed)
{
    private const int LongestTitle = 120;

    /// <returns>The new document's id.</returns>
    public Task<Result<string>> RunAsync(CommandRunner commands, Guid commandId, Actor actor, CancellationToken ct) =>
        commands.RunAsync<string>(commandId, "policy.document.register", actor, async (work, inner) =>
        {
            var context = work.Context<DocumentsContext>();
            var documents = await context.Documents.AsNoTracking().ToListAsync(inner);
            if (Decide(documents) is { Count: > 0 } wrong) return Result<string>.Refused(wrong);
            var row = new DocumentRow
            {
                Id = Kind + "-" + work.Ids.Next().ToString("N")[..12], Kind = Kind, Title = Title, ParentId = ParentId,
                DisclosureClass = IsClosed ? DocumentRow.Closed : DocumentRow.Public, CreatedAt = work.Now,
            };
            context.Add(row);
            await work.PutSubjectAsync(new Subject(new TargetRef(TargetKind.Document, row.Id), Title, null, null, null, null), inner);
            work.Audit("policy.document.registered", new Dictionary<string, object>(StringComparer.Ordinal) { ["document"] = row.Id, ["kind"] = Kind, ["parent"] = ParentId, ["class"] = row.DisclosureClass });
            return row.Id;
        }, ct);

    /// <summary>Everything that speaks against it.</summary>
    internal IReadOnlyList<Refusal> Decide(IReadOnlyList<DocumentRow> documents)
    {
        var wrong = new List<Refusal>();
        if (!DocumentKinds.Lower.Contains(Kind)) wrong.Add(new("policy.document.kind", "文書の種別が選ばれていません。", "対策基準・実施手順・守る事項から選んでください。") { Field = "kind" });
        if (Title.Length is 0 or > LongestTitle) wrong.Add(new("policy.document.title", "題名がないか、長すぎます。", $"題名を{LongestTitle}字以内で書いてください。") { Field = "title" });
        if (documents.Any(d => d.Title == Title && d.Kind == Kind)) wrong.Add(new("policy.document.same", $"「{Title}」は登録済みです。", "文書の一覧から、その文書の次の版として取り込んでください。") { Field = "title" });
        var parent = documents.FirstOrDefault(d => d.Id == ParentId);
        if (parent is null || DocumentKinds.LevelOf(parent.Kind) >= DocumentKinds.LevelOf(Kind))
            wrong.Add(new("policy.document.parent", "上位の文書が選ばれていないか、同じ段の文書です。", "一段上の文書を選んでください。") { Field = "parent" });
        return wrong;
    }
}
