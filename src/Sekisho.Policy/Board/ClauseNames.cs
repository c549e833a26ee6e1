using Sekisho.Conformity.Judging;
using Sekisho.Kernel.Clauses;
using Sekisho.Policy.Documents;
using Sekisho.PolicyText;

namespace Sekisho.Policy.Board;

/// <summary>How the board calls articles and chapters, from the text in force and, where it prints no name, from the obligations.</summary>
internal static class ClauseNames
{
    /// <summary>Letters of a clause's own words that stand for its missing caption.</summary>
    private const int LongestHead = 20;
    private static readonly string Chapter = ClauseLevel.Chapter.Code();

    public static BoardLabels Of(IReadOnlyDictionary<string, string> subjects, IReadOnlyList<PrintedClause> text, IReadOnlyList<ArticleResult> articles)
    {
        var byPath = text.ToDictionary(c => c.Path, StringComparer.Ordinal);
        var names = new Dictionary<string, (string, string)>(StringComparer.Ordinal);
        // Title, preamble and contents have neither number nor caption in print: they are called as their first obligation calls them.
        foreach (var path in articles.Select(a => a.Path.ToString()))
            if (byPath.TryGetValue(path, out var clause) && clause.PrintedLabel.Trim().Length + clause.Caption.Trim().Length > 0)
                names[path] = (clause.PrintedLabel.Trim(), Caption(clause, text));
        // Where one obligation stands in several such places, each is told apart by its own words.
        foreach (var same in articles.Where(a => !names.ContainsKey(a.Path.ToString())).GroupBy(a => a.Obligations[0].Obligation).ToList())
            foreach (var path in same.Select(a => a.Path.ToString()))
                names.Add(path, (Number(same.Key.Clause), same.Count() > 1 && byPath.GetValueOrDefault(path)?.Body.Trim() is { Length: > 0 } body ? Head(body) : same.Key.Title));
        return new BoardLabels(subjects, names, Chapters(text));
    }

    private static string Caption(PrintedClause clause, IReadOnlyList<PrintedClause> text) => clause.Caption.Trim().Length > 0 || !SupplementName.IsOne(clause.Level) ? clause.Caption
        : SupplementName.Of(text.Where(s => s.Path == clause.Path || s.Path.StartsWith(clause.Path + "/", StringComparison.Ordinal)).Select(s => s.Body));

    /// <summary>Chapters with the articles printed between each and the next.</summary>
    private static List<BoardChapter> Chapters(IReadOnlyList<PrintedClause> text)
    {
        var chapters = new List<(PrintedClause Head, HashSet<string> Articles)>();
        foreach (var clause in text)
        {
            if (clause.Level == Chapter) chapters.Add((clause, new HashSet<string>(StringComparer.Ordinal)));
            else if (SupplementName.IsOne(clause.Level)) break;
            else if (chapters.Count > 0 && ClauseRef.Parse(clause.Path) is { } path) chapters[^1].Articles.Add(path.Article.ToString());
        }
        return [.. chapters.Select(c => new BoardChapter(c.Head.Path, (c.Head.PrintedLabel + " " + c.Head.Caption).Trim(), c.Articles))];
    }

    private static string Head(string body) => body.Length <= LongestHead ? body : body[..LongestHead] + "…";

    /// <summary>The article's part of a number like 第14条1項 or 第12 1.</summary>
    private static string Number(string clause)
    {
        var number = clause.Split(' ', '-')[0];
        var article = number.IndexOf('条', StringComparison.Ordinal);
        return article < 0 ? number : number[..(article + 1)];
    }
}
