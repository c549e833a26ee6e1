using System.Text;
using Sekisho.PolicyText;

namespace Sekisho.Tests.PolicyText;

/// <summary>Every layout against its tree, and its tree against changes of the page that keep the meaning.</summary>
public sealed class LayoutTests
{
    private const int Rounds = 12;

    private static readonly Dictionary<string, Func<string, Random, string>> Mutations = new(StringComparer.Ordinal)
    {
        ["rewrapped"] = TextMutations.Rewrap,
        ["page numbers"] = TextMutations.InsertPageNumbers,
        ["widths"] = TextMutations.SwapWidths,
        ["headings moved"] = TextMutations.MoveHeadings,
        ["all at once"] = (text, random) => TextMutations.SwapWidths(TextMutations.InsertPageNumbers(TextMutations.MoveHeadings(text, random), random), random),
    };

    public static TheoryData<string, string> Cases
    {
        get
        {
            var cases = new TheoryData<string, string>();
            foreach (string layout in Layouts.All) foreach (var mutation in Mutations.Keys) cases.Add(layout, mutation);
            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Layouts.All), MemberType = typeof(Layouts))]
    public void The_tree_is_the_gold_tree(string name)
    {
        var gold = Layouts.Gold(name).TrimEnd('\n').Split('\n');
        var read = ClauseTsv.Write(PolicyParser.Parse(Layouts.Text(name))).TrimEnd('\n').Split('\n');
        for (var i = 0; i < Math.Min(gold.Length, read.Length); i++) read[i].ShouldBe(gold[i]);
        read.Length.ShouldBe(gold.Length);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_tree_stays_the_same(string name, string mutation)
    {
        var text = Layouts.Text(name);
        if (mutation is ("rewrapped" or "page numbers" or "all at once") && text.Contains('\f', StringComparison.Ordinal)) return; // its pages are cut already
        var expected = Shape(PolicyParser.Parse(text));
        for (var round = 0; round < Rounds; round++)
        {
            var mutated = Mutations[mutation](text, new Random((round * 7919) + 17));
            Shape(PolicyParser.Parse(mutated)).ShouldBe(expected, $"{name}, {mutation}, round {round}");
        }
    }

    private static List<string> Shape(ParsedPolicy policy) => [.. policy.All.Select(c => string.Join('|', c.Path, c.Level.Code(), Fold(c.Caption), Fold(c.Text)))];

    private static string Fold(string text) => string.Concat(text.Normalize(NormalizationForm.FormKC).Where(c => !char.IsWhiteSpace(c)));
}
