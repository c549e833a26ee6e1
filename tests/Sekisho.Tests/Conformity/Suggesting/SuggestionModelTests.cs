using Sekisho.Conformity.Packs;
using Sekisho.Conformity.Suggesting;
using Sekisho.Policy.Packs;
using Sekisho.Tests.Support;

namespace Sekisho.Tests.Conformity.Suggesting;

/// <summary>Suggestions over a small world of known sentences and the real catalogue.</summary>
public sealed class SuggestionModelTests
{
    private static readonly IReadOnlyList<Control> Controls = new PackFolder(Path.Combine(SharedFiles.RepositoryRoot, "content", "packs")).Catalogue().Value.Controls;

    private static readonly SuggestionModel Model = new(
        [
            new(Duty("書庫の扉は、退庁のとき必ず施錠する。"), "甲町 第3条", ["PHY-14"]),
            new(Duty("職員は、毎年一度、情報の扱いについて研修を受ける。"), "甲町 第4条", ["HRS-02", "HRS-03"]),
            new(new SentencePlace("甲町情報方針", "", "", "front"), "甲町 題名", ["POL-15"]),
            new(new SentencePlace("落雷に備えた予備の電源", "", "", ""), "乙町 第9条", ["PHY-04"], IsPhrase: true),
        ], Controls);

    [Theory]
    [InlineData("書庫の扉を、退庁するときに施錠する。", "PHY-14")]
    [InlineData("全ての職員は、年に一度の研修を受けなければならない。", "HRS-02")]
    [InlineData("サーバは、停電に備えて予備電源を備え付ける。", "PHY-04")]
    [InlineData("パスワードは、推測されにくいものに限る。", "ACC-04")]
    public void The_most_like_known_thing_or_the_catalogue_leads(string sentence, string control) => Model.Suggest(Duty(sentence), 3)[0].ControlId.ShouldBe(control);

    [Fact]
    public void A_line_of_the_front_is_compared_with_the_front_only() =>
        Model.Suggest(new SentencePlace("書庫の扉の施錠の規程", "", "", "front"), 3).Select(s => s.ControlId).ShouldBe(["POL-15"]);

    [Fact]
    public void The_reason_names_the_known_sentence_and_the_shared_words_and_never_quotes_the_sentence()
    {
        var reason = Model.Suggest(Duty("全ての職員は、研修を受ける。"), 1)[0].Reason;
        reason.ShouldContain("甲町 第4条");
        reason.ShouldContain("「研修」");
        reason.ShouldNotContain("毎年一度");
    }

    [Fact]
    public void Nothing_alike_gives_no_suggestion() => Model.Suggest(Duty("ABCDEFG HIJK"), 3).ShouldBeEmpty();

    [Fact]
    public void Widths_change_nothing() =>
        Model.Suggest(Duty("ＩＤは、必要な者に限る （１）。"), 3).Select(s => s.ControlId).ShouldBe(Model.Suggest(Duty("IDは、必要な者に限る(1)。"), 3).Select(s => s.ControlId));

    [Fact]
    public void Scores_are_shares_in_falling_order()
    {
        var scores = Model.Suggest(Duty("書庫の扉を施錠し、研修を受ける。"), 10).Select(s => s.Score).ToList();
        scores.ShouldBe(scores.OrderDescending());
        scores.Sum().ShouldBeInRange(0.01, 1.0001);
    }

    [Theory]
    [InlineData("", "CITY")]
    [InlineData("最高情報セキュリティ責任者", "CISO")]
    [InlineData("情報システム管理者及び庁舎管理者", "SYS_ADMIN,BLDG_MGR")]
    [InlineData("町の風車守", "UNMAPPED")]
    public void Names_become_neutral_roles(string bearer, string codes) => new RoleGuess([]).Of(bearer).ShouldBe(codes);

    private static SentencePlace Duty(string text) => new(text, "", "", "duties");
}
