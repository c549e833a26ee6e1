using Sekisho.PolicyText.Parsing;

namespace Sekisho.PolicyText.Linting.Rules;

/// <summary>
/// Pages that cut the text: a line without a full stop and, behind an empty line or a page number, its continuation. In a text whose every line is
/// broken at the width of the page that says nothing, and only page numbers count.
/// </summary>
internal static class Pages
{
    private const int End = 8;
    private const double Usual = 0.05;

    public static IEnumerable<LintFinding> Find(LintText text)
    {
        var broken = new List<(LintClause Clause, int At, bool Page)>();
        for (var i = 0; i + 1 < text.Lines.Count; i++)
        {
            var (tail, head) = (Tail(text.Lines[i]), Head(text.Lines[i + 1]));
            if (text.Lines[i].HasTab || tail.Length < End) continue;
            if (text.Lines[i + 1].AfterPage && Ending(text, tail) is { } ended) broken.Add((ended, ended.Body.Text.Length - tail.Length, true));
            else if (!Characters.IsClosing(tail[^1]) && tail[^1] != '。' && text.Clauses.FirstOrDefault(c => LintText.IsText(c) && c.Body.Text.Contains(tail + head, StringComparison.Ordinal)) is { } clause)
                broken.Add((clause, clause.Body.Text.IndexOf(tail + head, StringComparison.Ordinal), text.Lines[i + 1].AfterPage));
        }
        var isWrapped = broken.Count(b => !b.Page) > Math.Max(3, text.Lines.Count * Usual);
        return broken.Where(b => b.Page || !isWrapped).DistinctBy(b => b.Clause.Path).Select(b => b.Clause.Finding("page-break-split", b.At, End));
    }

    private static LintClause? Ending(LintText text, string tail) => text.Clauses.FirstOrDefault(c => LintText.IsText(c) && c.Body.Text.EndsWith(tail, StringComparison.Ordinal));

    private static string Tail(SourceLine line)
    {
        var words = Folded.Of(line.Text);
        return words[Math.Max(0, words.Length - End)..];
    }

    private static string Head(SourceLine line)
    {
        var words = Folded.Of(line.Text);
        return words[..Math.Min(End, words.Length)];
    }
}
