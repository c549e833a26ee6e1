using Sekisho.PolicyText;
using Sekisho.Tests.Support;

namespace Sekisho.Tests.PolicyText;

/// <summary>The five texts against their trees, row by row and cell by cell, and every sentence against the coverage list.</summary>
public sealed class GoldTreeTests
{
    [SharedTheory]
    [MemberData(nameof(SeedTexts.All), MemberType = typeof(SeedTexts))]
    public void The_tree_is_the_gold_tree(string seed, string code)
    {
        var gold = SharedFiles.ReadText("packs", "gold", code + ".tsv").TrimEnd('\n').Split('\n');
        var read = ClauseTsv.Write(PolicyParser.Parse(SeedTexts.Read(seed))).TrimEnd('\n').Split('\n');
        for (var i = 0; i < Math.Min(gold.Length, read.Length); i++) read[i].ShouldBe(gold[i]);
        read.Length.ShouldBe(gold.Length);
    }

    [SharedTheory]
    [MemberData(nameof(SeedTexts.All), MemberType = typeof(SeedTexts))]
    public void The_sentences_are_those_of_the_coverage_list(string seed, string code)
    {
        var expected = SharedFiles.ReadTsv("packs", "coverage.tsv").Where(r => r["muni_code"] == code)
            .Select(r => string.Join('\t', r["path"], r["sentence"], r["printed_label"], r["text_head20"])).ToList();
        var read = PolicyParser.Parse(SeedTexts.Read(seed)).All
            .SelectMany(c => c.Sentences.Select((s, i) => string.Join('\t', c.Path, "s" + (i + 1), c.PrintedLabel, Head(s)))).ToList();
        expected.Count.ShouldBeGreaterThan(40);
        read.ShouldBe(expected);
    }

    private static string Head(string sentence) => string.Concat(sentence.EnumerateRunes().Take(20).Select(r => r.ToString()));
}
