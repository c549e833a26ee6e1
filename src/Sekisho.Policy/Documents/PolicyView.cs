using Sekisho.Conformity.Packs;
using Sekisho.Kernel.Clauses;
using Sekisho.Policy.Packs;

namespace Sekisho.Policy.Documents;

/// <summary>The policy as it is now: pack, document, current text and how much scope still waits for a person.</summary>
internal sealed record PolicyView(AppliedPack Applied, DocumentRow Document, EditionRow? Edition, IReadOnlyList<ClauseRow> Clauses, int ScopeWaiting)
{
    public Pack Pack => Applied.Pack;

    /// <summary>The articles of the text in printed order, then places the pack names without a text.</summary>
    public IReadOnlyList<ClauseRef> Articles
    {
        get
        {
            var named = Pack.Obligations.SelectMany(o => o.Articles).Distinct().ToList();
            if (Clauses.Count == 0) return [.. named.Order()];
            var order = Clauses.Select((c, i) => (Path: ClauseRef.Parse(c.Path)!.Value.Article, i)).GroupBy(c => c.Path).ToDictionary(g => g.Key, g => g.Min(c => c.i));
            return [.. named.Where(order.ContainsKey).OrderBy(a => order[a])];
        }
    }

    public IReadOnlyList<Obligation> ObligationsOf(ClauseRef article) => [.. Pack.Obligations.Where(o => o.Articles.Contains(article))];

    public IReadOnlyList<ClauseRow> ClausesOf(ClauseRef article) => [.. Clauses.Where(c => article.Contains(ClauseRef.Parse(c.Path)!.Value))];
}
