using Sekisho.Kernel.Workers;

namespace Sekisho.Tests.Kernel;

public class FindingSentencesTests
{
    [Fact]
    public void Every_sentence_stands_in_both_languages() => FindingSentences.Keys(english: true).ShouldBe(FindingSentences.Keys(english: false), ignoreOrder: true);

    [Fact]
    public void A_sentence_is_chosen_by_rule_and_action_and_filled_with_what_the_finding_brings()
    {
        var finding = new Finding("OX-07", FindingAction.Rewritten, "x", 1, new Dictionary<string, string> { ["target"] = "hxxps://a[.]jp" });
        FindingSentences.Of(finding).ShouldBe("方針により、リンクを外しました(リンク先 hxxps://a[.]jp)。");
        FindingSentences.InEnglish(finding).ShouldBe("By policy a link was taken off (it led to hxxps://a[.]jp).");
        FindingSentences.InEnglish(finding with { Action = FindingAction.Removed, Arguments = new Dictionary<string, string>() }).ShouldBe("A dangerous kind of link (unknown) was removed.");
        FindingSentences.InEnglish(finding with { Rule = "ZZ-99" }).ShouldNotBeEmpty();
    }
}
