using Sekisho.Kernel.Clauses;
using Sekisho.PolicyText;
using Sekisho.PolicyText.Reading;

namespace Sekisho.Tests.PolicyText.Reading;

public sealed class UpperReferencesTests
{
    private static readonly HashSet<ClauseRef> Upper = [ClauseRef.Parse("art1")!.Value, ClauseRef.Parse("art12")!.Value];

    [Theory]
    [InlineData("基本方針第12条の定めを行う。", "art12", true)]
    [InlineData("「基本方針」第一条に基づく。", "art1", true)]
    [InlineData("基本方針第99条に基づく。", "art99", false)]
    [InlineData("基本方針を行うために定める。", "", true)]
    public void A_lower_document_names_the_one_above(string sentence, string to, bool resolved)
    {
        var found = UpperReferences.Read(PolicyParser.Parse("基準\n第1条 " + sentence + "\n第2条 終わり。\n"), ["見本市基本方針", "基本方針"], Upper).Single();
        (found.To.ToString(), found.IsResolved).ShouldBe((to, resolved));
    }

    [Fact]
    public void A_document_that_says_nothing_of_the_one_above_has_no_reference() =>
        UpperReferences.Read(PolicyParser.Parse("基準\n第1条 台帳を作る。\n第2条 終わり。\n"), ["基本方針"], Upper).ShouldBeEmpty();
}
