using System.Text;
using Sekisho.Conformity.Packs;
using Sekisho.Policy.Documents;
using Sekisho.Policy.Packs;
using Sekisho.PolicyText;
using Sekisho.Tests.PolicyText;
using Sekisho.Tests.Support;

namespace Sekisho.Tests.Policy.Documents;

public sealed class ImportEditionTests
{
    [SharedTheory]
    [MemberData(nameof(SeedTexts.All), MemberType = typeof(SeedTexts))]
    public void Every_place_a_city_pack_names_is_a_clause_of_the_city_text(string seed, string code) =>
        ImportEdition.Check(PolicyParser.Parse(SeedTexts.Read(seed)), Pack(code)).Select(r => r.WhatHappened).ShouldBeEmpty();

    [SharedTheory]
    [MemberData(nameof(SeedTexts.All), MemberType = typeof(SeedTexts))]
    public void A_text_without_its_last_article_is_refused_with_the_places_that_are_missing(string seed, string code)
    {
        var text = SeedTexts.Read(seed);
        var articles = PolicyParser.Parse(text).All.Where(c => c.Level == ClauseLevel.Article).ToList();
        var last = articles[^1].Path.ToString();
        var cut = text[..text.LastIndexOf(articles[^1].PrintedLabel, StringComparison.Ordinal)];
        var refusals = ImportEdition.Check(PolicyParser.Parse(cut), Pack(code));
        refusals.ShouldNotBeEmpty();
        refusals.ShouldAllBe(r => r.Stage == "policy.import.unresolved");
        refusals.ShouldContain(r => r.WhatHappened.Contains(last, StringComparison.Ordinal));
    }

    [SharedTheory]
    [InlineData("mitaka", "MTK")]
    [InlineData("tochigi", "TCG")]
    [InlineData("mito", "MIT")]
    [InlineData("katagami", "KTG")]
    public void The_history_of_a_city_text_agrees_with_its_pack(string seed, string code)
    {
        var facts = EditionFacts.History("d", PolicyParser.Parse(SeedTexts.Read(seed)), Pack(code)).Cast<Sekisho.Kernel.Facts.Policy.PolicyHistoryRecorded>().ToList();
        facts.ShouldNotBeEmpty();
        facts.ShouldAllBe(f => f.Matched == true);
    }

    [Fact]
    public void Another_date_in_the_text_is_a_difference_and_a_date_printed_nowhere_is_a_gap()
    {
        var pack = Pack("SKS");
        var text = Encoding.UTF8.GetString(PolicyDatabase.Packs.ShippedText(pack)!);
        var facts = EditionFacts.History("d", PolicyParser.Parse(text.Replace("令和6年4月1日", "令和6年5月1日", StringComparison.Ordinal)), pack).Cast<Sekisho.Kernel.Facts.Policy.PolicyHistoryRecorded>().ToList();
        facts.ShouldContain(f => f.Matched == false);
    }

    internal static Pack Pack(string code) => PackFolder.Open(PolicyDatabase.Packs.Content(code).Value, PolicyDatabase.Packs.Catalogue().Value).Value;
}
