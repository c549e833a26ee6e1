using Sekisho.Policy.Packs;
using Sekisho.Policy.Suggesting;
using Sekisho.PolicyText;
using Sekisho.Tests.PolicyText;
using Sekisho.Tests.Support;

namespace Sekisho.Tests.Policy.Suggesting;

/// <summary>The packs of the repository against texts: a proposal or a reason for every sentence.</summary>
public sealed class PolicySuggesterTests
{
    private static readonly PackFolder Folder = new(Path.Combine(SharedFiles.RepositoryRoot, "content", "packs"));
    private static readonly Lazy<PolicySuggester> Suggester = new(() => PolicySuggester.Open(Folder).Value);

    [Fact]
    public void The_text_that_came_with_a_pack_gets_its_own_controls()
    {
        var pack = PackFolder.Open(Folder.Content("SKS").Value, Folder.Catalogue().Value).Value;
        var text = PolicyParser.Parse(System.Text.Encoding.UTF8.GetString(Folder.ShippedText(pack)!));
        var known = KnownSentences.Sentences(text, pack).ToList();
        known.Count.ShouldBeGreaterThan(70);
        var right = Suggester.Value.Suggest(text, 1).Count(s => known.Exists(k => k.Place.Text == s.Sentence.Text && s.Suggestions.Count > 0 && k.Controls.Contains(s.Suggestions[0].ControlId)));
        right.ShouldBeGreaterThan((int)(known.Count * 0.9));
    }

    [Fact]
    public void Every_sentence_of_an_unknown_text_has_a_line()
    {
        var text = PolicyParser.Parse("関所町文書規程\n\n第1条 職員は、毎年度、書庫の鍵の点検をする。\n\n(1) 鍵\n\n(2) 札\n");
        var lines = Suggester.Value.Suggest(text, 3);
        lines.Select(l => l.Sentence.Path.ToString()).ShouldBe(["title", "art1", "art1/item1", "art1/item2"]);
        lines[1].RoleCode.ShouldBe("ALL_STAFF");
        lines[1].Suggestions.ShouldNotBeEmpty();
    }

    [SharedTheory]
    [MemberData(nameof(SeedTexts.All), MemberType = typeof(SeedTexts))]
    public void With_the_packs_words_most_sentences_of_the_five_get_a_right_control_among_three(string seed, string code)
    {
        var rows = SharedFiles.ReadTsv("packs", "obligations.tsv").ToDictionary(r => r["row_id"], r => r["control_ids"].Split(','));
        var right = SharedFiles.ReadTsv("packs", "coverage.tsv").Where(r => r["muni_code"] == code).ToDictionary(r => r["path"] + " " + r["sentence"], r => r["row_ids"].Split(',').SelectMany(id => rows[id.Trim()]).ToHashSet());
        var lines = Suggester.Value.Suggest(PolicyParser.Parse(SeedTexts.Read(seed)), 3);
        lines.Count.ShouldBe(right.Count);
        lines.Count(l => l.Suggestions.Any(s => right[l.Sentence.Path + " s" + l.Sentence.Number].Contains(s.ControlId))).ShouldBeGreaterThan((int)(lines.Count * 0.9));
    }
}
