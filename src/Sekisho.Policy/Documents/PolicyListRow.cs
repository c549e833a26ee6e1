using Sekisho.Conformity.Packs;
using Sekisho.Kernel.Clauses;

namespace Sekisho.Policy.Documents;

/// <summary>One article in the list: its number and heading as printed (or as the pack names it, while there is no text) and its obligations.</summary>
internal sealed record PolicyListRow(ClauseRef Path, string Number, string Caption, IReadOnlyList<Obligation> Obligations)
{
    public static IReadOnlyList<PolicyListRow> Of(PolicyView view) => [.. view.Articles.Select(a => Row(view, a))];

    private static PolicyListRow Row(PolicyView view, ClauseRef article)
    {
        var obligations = view.ObligationsOf(article);
        var (number, caption) = view.HeadingOf(article);
        return new PolicyListRow(article, number, caption, obligations);
    }

    /// <summary>Found by number, heading, title or duty; blanks and widths do not matter.</summary>
    public bool Matches(string words) => words.Length == 0
        || new[] { Number, Caption }.Concat(Obligations.SelectMany(o => new[] { o.Title, o.Text.Ja, o.Id })).Any(t => Fold(t).Contains(Fold(words), StringComparison.OrdinalIgnoreCase));

    public bool Has(string strength) => strength.Length == 0 || Obligations.Any(o => o.Strength.ToString().Equals(strength, StringComparison.OrdinalIgnoreCase));

    private static string Fold(string text) => PolicyText.Reading.PrintedHistory.Fold(text);
}
