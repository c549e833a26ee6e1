using System.Text.RegularExpressions;

namespace Sekisho.PolicyText.Linting.Rules;

/// <summary>Numbers and marks that change their form on the way; tables and brackets that do not close.</summary>
internal static partial class Labels
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"\S\s+\S", Options)]
    private static partial Regex InnerSpace();

    public static IEnumerable<LintFinding> Find(LintText text) => Spaces(text).Concat(Widths(text)).Concat(FirstParagraphs(text)).Concat(Marks(text)).Concat(Tables(text)).Concat(Brackets(text));

    /// <summary>Articles' numbers with a space inside among others without.</summary>
    private static IEnumerable<LintFinding> Spaces(LintText text)
    {
        var spaced = text.Articles.Where(a => InnerSpace().IsMatch(a.PrintedLabel)).ToList();
        if (spaced.Count > 0 && spaced.Count < text.Articles.Count) yield return Told(text, spaced[0], "空白の有無");
    }

    /// <summary>Brackets or digits that change between wide and narrow among brothers. One wide digit and several narrow ones are the custom.</summary>
    private static IEnumerable<LintFinding> Widths(LintText text)
    {
        foreach (var brothers in text.Clauses.Where(c => c.Level is ClauseLevel.Item or ClauseLevel.Subitem or ClauseLevel.Par && c.Clause.PrintedLabel.Length > 0).GroupBy(c => (c.Path.Parent, c.Level)))
        {
            var first = brothers.First();
            if (brothers.FirstOrDefault(b => !IsCustom(first, b) && (Brackets(b) != Brackets(first) || (Digits(b).Length == Digits(first).Length && IsWide(Digits(b)) != IsWide(Digits(first))))) is { } other) yield return Told(text, other.Clause, "全角と半角");
        }
    }

    private static bool IsCustom(LintClause first, LintClause other) => Digits(first).Length == 1 && IsWide(Digits(first)) && Digits(other).Length > 1 && !IsWide(Digits(other));
    private static string Brackets(LintClause clause) => string.Concat(clause.Clause.PrintedLabel.Where(c => Characters.IsOpening(c) || Characters.IsClosing(c)));
    private static string Digits(LintClause clause) => string.Concat(clause.Clause.PrintedLabel.Where(Characters.IsDigit));
    private static bool IsWide(string digits) => digits.Length > 0 && digits[0] > '9';

    /// <summary>Where articles are 第n条, their first paragraph prints no number.</summary>
    private static IEnumerable<LintFinding> FirstParagraphs(LintText text)
    {
        foreach (var article in text.Articles.Where(a => a.PrintedLabel.Contains('条', StringComparison.Ordinal) && a.Text.Length == 0))
            if (article.Children.FirstOrDefault() is { Level: ClauseLevel.Par, PrintedLabel.Length: > 0 } first) yield return Told(text, first, "第1項の番号の有無");
    }

    private static LintFinding Told(LintText text, Clause clause, string what) =>
        new("label-uneven", clause.Path, clause.PrintedLabel, [clause.PrintedLabel.Trim(), what]);

    /// <summary>Brothers whose first lines carry the mark of a list, and then none.</summary>
    private static IEnumerable<LintFinding> Marks(LintText text)
    {
        foreach (var brothers in text.Clauses.Where(c => c.Level is ClauseLevel.Item or ClauseLevel.Subitem or ClauseLevel.Par && c.Clause.PrintedLabel.Length > 0).GroupBy(c => (c.Path.Parent, c.Level)))
        {
            bool? before = null;
            foreach (var clause in brothers)
            {
                if (Listed(text, clause) is not { } marked) continue;
                if (before == true && !marked)
                {
                    yield return new LintFinding("list-mark-uneven", clause.Path, clause.Clause.PrintedLabel + " " + clause.Body.Printed(0, 12), [clause.Clause.PrintedLabel]);
                    break;
                }
                before = marked;
            }
        }
    }

    /// <summary>Null when the clause's first line is not found or its number stands on a line of its own.</summary>
    private static bool? Listed(LintText text, LintClause clause) => text.FirstLines.TryGetValue(clause.Path, out var line) ? line.IsListed : null;

    private static IEnumerable<LintFinding> Tables(LintText text)
    {
        foreach (var table in text.Clauses.Where(c => c.Level == ClauseLevel.Table))
        {
            var columns = table.Clause.Children.Where(r => r.Caption.Length > 0).Select(r => r.Caption.Split(" / ").Length + 1)
                .Concat(table.Clause.Children.Where(r => r.Path.Segments[^1].Number == 0).Select(r => r.Text.Split(" | ").Length)).Distinct().Count();
            if (columns > 1) yield return table.Finding("table-broken", 0, 0);
        }
    }

    private static IEnumerable<LintFinding> Brackets(LintText text)
    {
        foreach (var clause in text.Clauses.Where(LintText.IsText))
        {
            var (depth, wrong) = (0, -1);
            for (var i = 0; i < clause.Body.Text.Length && wrong < 0; i++)
            {
                if (Characters.IsOpening(clause.Body.Text[i])) depth++;
                else if (Characters.IsClosing(clause.Body.Text[i]) && --depth < 0) wrong = i;
            }
            if (wrong < 0 && depth > 0) wrong = clause.Body.Text.Length - 1;
            if (wrong >= 0) yield return clause.Finding("bracket-unbalanced", Math.Max(0, wrong - 5), 6);
        }
    }
}
