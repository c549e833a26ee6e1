using Sekisho.PolicyText.Linting;
using Sekisho.Tests.Support;

namespace Sekisho.Tests.PolicyText.Linting;

/// <summary>The findings come from the words: another page, other widths or other numbers leave them as they are, save those about the page or the numbers themselves.</summary>
public sealed class LintMutationTests
{
    private const int Rounds = 12;
    private static readonly string[] OfThePage = ["page-break-split", "list-mark-uneven"];
    private static readonly string[] OfTheNumbers = ["label-uneven", "numbering-collision", "reference-dangling", "toc-mismatch", .. OfThePage];

    private static readonly Dictionary<string, (Func<string, Random, string> Change, string[] Apart)> Mutations = new(StringComparer.Ordinal)
    {
        ["rewrapped"] = (TextMutations.Rewrap, OfThePage),
        ["page numbers"] = (TextMutations.InsertPageNumbers, OfThePage),
        ["widths"] = (TextMutations.SwapWidths, []),
        ["renumbered"] = (TextMutations.Renumber, OfTheNumbers),
        ["headings moved"] = (TextMutations.MoveHeadings, OfTheNumbers),
    };

    public static TheoryData<string, string> Cases
    {
        get
        {
            var cases = new TheoryData<string, string>();
            foreach (var seed in SeedTexts.All) foreach (var mutation in Mutations.Keys) cases.Add((string)seed[0], mutation);
            return cases;
        }
    }

    [SharedTheory]
    [MemberData(nameof(Cases))]
    public void The_findings_stay_the_same(string seed, string mutation)
    {
        var (change, apart) = Mutations[mutation];
        var text = SeedTexts.Read(seed);
        var expected = Keys(text, apart);
        expected.Count.ShouldBeGreaterThan(8);
        for (var round = 0; round < Rounds; round++) Keys(change(text, new Random((round * 7919) + 17)), apart).ShouldBe(expected, $"{seed}, {mutation}, round {round}");
    }

    private static List<string> Keys(string text, string[] apart) =>
        [.. PolicyLint.Check(text).Where(f => !apart.Contains(f.Rule, StringComparer.Ordinal)).Select(SeedFindingsTests.Key).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
