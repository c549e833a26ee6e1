using System.Text;
using Sekisho.PolicyText;
using Sekisho.Tests.Support;

namespace Sekisho.Tests.PolicyText;

/// <summary>A text keeps its tree (paths, levels, captions and text, up to widths) when only its page and its labels change.</summary>
public sealed class MutationTests
{
    private const int Rounds = 40;

    public static TheoryData<string, string> Cases
    {
        get
        {
            var cases = new TheoryData<string, string>();
            foreach (var seed in SeedTexts.All) foreach (var mutation in Mutations.Keys) cases.Add((string)seed[0], mutation);
            return cases;
        }
    }

    private static readonly Dictionary<string, Func<string, Random, string>> Mutations = new(StringComparer.Ordinal)
    {
        ["rewrapped"] = TextMutations.Rewrap,
        ["page numbers"] = TextMutations.InsertPageNumbers,
        ["widths"] = TextMutations.SwapWidths,
        ["renumbered"] = TextMutations.Renumber,
        ["headings moved"] = TextMutations.MoveHeadings,
        ["all at once"] = (text, random) => TextMutations.SwapWidths(TextMutations.Rewrap(TextMutations.MoveHeadings(TextMutations.Renumber(text, random), random), random), random),
    };

    [SharedTheory]
    [MemberData(nameof(Cases))]
    public void The_tree_stays_the_same(string seed, string mutation)
    {
        var text = SeedTexts.Read(seed);
        var expected = Shape(PolicyParser.Parse(text));
        var changed = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var mutated = Mutations[mutation](text, new Random((round * 7919) + 17));
            if (mutated != text) changed++;
            Shape(PolicyParser.Parse(mutated)).ShouldBe(expected, $"{seed}, {mutation}, round {round}");
        }
        changed.ShouldBeGreaterThan(Rounds / 2);
    }

    private static List<string> Shape(ParsedPolicy policy) => [.. policy.All.Select(c => string.Join('|', c.Path, c.Level.Code(), Fold(c.Caption), Fold(c.Text)))];

    private static string Fold(string text) => string.Concat(text.Normalize(NormalizationForm.FormKC).Where(c => !char.IsWhiteSpace(c)));
}
