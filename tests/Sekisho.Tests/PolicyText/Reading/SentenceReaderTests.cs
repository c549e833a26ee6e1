using Sekisho.PolicyText;
using Sekisho.PolicyText.Reading;
using Sekisho.Tests.Support;

namespace Sekisho.Tests.PolicyText.Reading;

/// <summary>What a sentence's own words say of it.</summary>
public sealed class SentenceReaderTests
{
    [Theory]
    [InlineData("職員は、棚を閉じなければならない。", "must")]
    [InlineData("職員は、棚の鍵を掛ける。", "must")]
    [InlineData("職員は、棚を開けたままにしてはならない。", "prohibit")]
    [InlineData("棚は、二重の扉にすることが望ましい。", "should")]
    [InlineData("課長は、棚を増やすことができる。", "may")]
    [InlineData("棚は、閉じておくことを原則とする。", "principle")]
    public void The_end_of_the_sentence_says_how_strongly_it_binds(string sentence, string strength) => One("関所町規程\n\n第1条 " + sentence + "\n", "art1").Strength.ShouldBe(strength);

    [Theory]
    [InlineData("（定義）\n第1条 棚とは、物を置く所をいう。", "definition")]
    [InlineData("（適用範囲）\n第1条 この規程は、町の棚に適用する。", "scope")]
    [InlineData("（目的）\n第1条 この規程は、棚を守ることを目的とする。", "declaration")]
    public void The_part_says_what_a_plain_end_is(string text, string strength) => One("関所町規程\n\n" + text + "\n", "art1").Strength.ShouldBe(strength);

    [Fact]
    public void A_bearer_is_carried_to_the_sentences_behind()
    {
        var sentences = SentenceReader.Read(PolicyParser.Parse("関所町規程\n\n第1条 情報管理者は、毎年度、棚を調べる。また、事故を見つけた場合は、直ちに報告する。\n")).Where(s => s.Path.ToString() == "art1").ToList();
        sentences.Select(s => s.Bearer).ShouldBe(["情報管理者", "情報管理者"]);
        sentences.Select(s => s.IsCarried).ShouldBe([false, true]);
        sentences.Select(s => s.Cadence).ShouldBe(["毎年度", "直ちに"]);
        sentences[1].Trigger.ShouldContain("場合");
    }

    [Fact]
    public void Zones_are_read_in_both_widths() =>
        One("関所町規程\n\n第1条 個人番号を扱う端末は、ＬＧＷＡＮにつながない。\n", "art1").Zones.ShouldBe(["Z_MYNO", "Z_LGWAN"]);

    [SharedTheory]
    [MemberData(nameof(SeedTexts.All), MemberType = typeof(SeedTexts))]
    public void Every_sentence_is_there_once_with_one_of_the_eight_strengths(string seed, string code)
    {
        var policy = PolicyParser.Parse(SeedTexts.Read(seed));
        var read = SentenceReader.Read(policy);
        read.Select(s => s.Path + " s" + s.Number).ShouldBe(policy.All.SelectMany(c => c.Sentences.Select((_, i) => c.Path + " s" + (i + 1))));
        read.Select(s => s.Strength).Except(["must", "should", "principle", "may", "prohibit", "definition", "scope", "declaration"]).ShouldBeEmpty(code);
        var rows = SharedFiles.ReadTsv("packs", "obligations.tsv").Where(r => r["muni_code"] == code).ToDictionary(r => r["row_id"], r => r["strength"]);
        var people = SharedFiles.ReadTsv("packs", "coverage.tsv").Where(r => r["muni_code"] == code).ToDictionary(r => r["path"] + " " + r["sentence"], r => r["row_ids"].Split(',').Select(id => rows[id.Trim()]).ToHashSet());
        read.Count(s => people[s.Path + " s" + s.Number].Contains(s.Strength)).ShouldBeGreaterThanOrEqualTo((int)(read.Count * 0.9));
    }

    private static ReadSentence One(string text, string path) => SentenceReader.Read(PolicyParser.Parse(text)).First(s => s.Path.ToString() == path);
}
