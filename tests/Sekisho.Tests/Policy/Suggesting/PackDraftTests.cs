using Sekisho.Conformity.Packs;
using Sekisho.Policy.Documents;
using Sekisho.Policy.Packs;
using Sekisho.Policy.Suggesting;
using Sekisho.PolicyText;
using Sekisho.Tests.PolicyText;
using Sekisho.Tests.Support;

namespace Sekisho.Tests.Policy.Suggesting;

/// <summary>A draft of a pack is accepted by the pack's checks, fits its text, and leaves no sentence out.</summary>
public sealed class PackDraftTests
{
    private static readonly PackFolder Folder = new(Path.Combine(SharedFiles.RepositoryRoot, "content", "packs"));
    private static readonly Lazy<PolicySuggester> Suggester = new(() => PolicySuggester.Open(Folder).Value);

    [Fact]
    public void A_text_of_our_own_becomes_a_pack() => Check("関所町文書規程\n\n第1条 情報管理者は、毎年度、書庫の鍵の'点検'をする。事故は、報告する。\n\n(1) 鍵\n\n(2) 札\n\n第2条 QWERTY ZXCVB\n", out var yaml).Obligations.ShouldNotBeEmpty(yaml);

    [SharedTheory]
    [MemberData(nameof(SeedTexts.All), MemberType = typeof(SeedTexts))]
    public void Each_of_the_five_becomes_a_pack(string seed, string code) => Check(SeedTexts.Read(seed), out _).Obligations.Count.ShouldBeGreaterThan(40, code);

    private static Pack Check(string text, out string yaml)
    {
        var policy = PolicyParser.Parse(text);
        var sentences = Suggester.Value.Suggest(policy, 3);
        var written = PackDraft.Write("NEW", "関所町", policy, sentences, Suggester.Value.Catalogue);
        var read = PackFolder.Open(new PackFile("NEW/pack.yaml", written), Suggester.Value.Catalogue);
        read.IsOk.ShouldBeTrue(read.IsOk ? "" : string.Join('\n', read.Refusals));
        ImportEdition.Check(policy, read.Value).ShouldBeEmpty();
        var left = sentences.Where(s => !read.Value.Obligations.Any(o => o.Place.Matches(s.Sentence.Path) && o.Sentences.Contains("s" + s.Sentence.Number))).ToList();
        left.ShouldAllBe(s => written.Contains("# " + ClauseNames.Of(policy, s.Sentence.Path) + " s" + s.Sentence.Number + ": " + SuggestedSentence.WhyNot, StringComparison.Ordinal));
        yaml = written;
        return read.Value;
    }
}
