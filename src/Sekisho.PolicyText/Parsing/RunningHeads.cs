namespace Sekisho.PolicyText.Parsing;

/// <summary>Drops the line that stands on every page beside the page break: the document's name, a date, the name of an office.</summary>
internal static class RunningHeads
{
    private const int LeastPages = 3;
    private const int Longest = 60;

    public static IReadOnlyList<SourceLine> Drop(IReadOnlyList<SourceLine> lines)
    {
        var running = Enumerable.Range(0, lines.Count).Where(i => lines[i].Text.Length <= Longest).GroupBy(i => Fold(lines[i].Text))
            .Where(g => g.Count() >= LeastPages && g.All(i => IsBesideBreak(lines, i))).SelectMany(g => g).ToHashSet();
        if (running.Count == 0) return lines;
        var kept = new List<SourceLine>();
        var (page, told) = (false, false);
        for (var i = 0; i < lines.Count; i++)
        {
            if (running.Contains(i)) page = true;
            else
            {
                var doubt = lines[i].Doubt ?? (page && !told && kept.Count > 0 ? CutReason.PageLineDropped : null);
                told |= doubt == CutReason.PageLineDropped;
                kept.Add(page ? lines[i] with { AfterPage = true, Doubt = doubt } : lines[i]);
                page = false;
            }
        }
        return kept;
    }

    private static bool IsBesideBreak(IReadOnlyList<SourceLine> lines, int at) =>
        (lines[at].AfterPage || (at + 1 < lines.Count && lines[at + 1].AfterPage))
        && !lines[at].HasTab && !Characters.EndsSentence(lines[at].Text);

    /// <summary>The page's own number may stand in the line.</summary>
    private static string Fold(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)).Select(c => Characters.IsDigit(c) ? '0' : c));
}
