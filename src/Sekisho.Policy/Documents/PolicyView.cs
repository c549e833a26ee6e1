using Sekisho.Conformity.Packs;
using Sekisho.Kernel.Clauses;
using Sekisho.Policy.Packs;

namespace Sekisho.Policy.Documents;

/// <summary>The policy as it is now: pack, document, current text and how much scope still waits for a person.</summary>
public sealed record PolicyView(AppliedPack Applied, DocumentRow Document, EditionRow? Edition, IReadOnlyList<ClauseRow> Clauses, int ScopeWaiting)
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

    /// <summary>Number and heading as printed; without a text, the number people write in the pack and the duty's title.</summary>
    public (string Number, string Caption) HeadingOf(ClauseRef article)
    {
        if (ClauseOf(article) is { } clause) return (clause.PrintedLabel, clause.Caption.Length > 0 ? clause.Caption : Supplement(clause) is { Length: > 0 } day ? day : FirstWords(clause.Body));
        if (Clauses.FirstOrDefault(c => article.Contains(ClauseRef.Parse(c.Path)!.Value)) is { } below) return ("", FirstWords(below.Body));
        var first = ObligationsOf(article).FirstOrDefault();
        return first is null ? ("", article.ToString()) : (first.Clause.Split(' ', '-')[0], first.Title);
    }

    public ClauseRow? ClauseOf(ClauseRef path) => Clauses.FirstOrDefault(c => c.Path == path.ToString());

    /// <summary>The article before and after in printed order.</summary>
    public (ClauseRef? Before, ClauseRef? After) Neighbours(ClauseRef article)
    {
        var articles = Articles.ToList();
        var at = articles.IndexOf(article);
        return (at > 0 ? articles[at - 1] : null, at >= 0 && at < articles.Count - 1 ? articles[at + 1] : null);
    }

    private string Supplement(ClauseRow clause) => SupplementName.IsOne(clause.Level) ? SupplementName.Of(ClausesOf(ClauseRef.Parse(clause.Path)!.Value).Select(c => c.Body)) : "";

    private static string FirstWords(string text) => text.Length <= 24 ? text : text[..24] + "…";

    public IReadOnlyList<Obligation> ObligationsOf(ClauseRef article) => [.. Pack.Obligations.Where(o => o.Articles.Contains(article))];

    public IReadOnlyList<ClauseRow> ClausesOf(ClauseRef article) => [.. Clauses.Where(c => article.Contains(ClauseRef.Parse(c.Path)!.Value))];
}
