using Sekisho.PolicyText.Linting;

namespace Sekisho.Tests.PolicyText.Linting;

/// <summary>Each rule on words of our own: once with the fault, once without.</summary>
public sealed class LintRuleTests
{
    private const string Roles = "第1条 情報責任者及び情報係長を置く。\n\n２ 情報責任者は、総務部長をもって充てる。\n\n";

    [Theory]
    [InlineData("role-undefined", "art2", Roles + "第2条 主任管理者は、棚を調べなければならない。\n", Roles + "第2条 情報責任者は、棚を調べなければならない。\n")]
    [InlineData("role-undefined", "art2", Roles + "第2条 情報責任者は、CISOの承認を得なければならない。\n", Roles + "第2条 情報責任者は、市長の承認を得なければならない。\n")]
    [InlineData("role-undefined", "art2", "第1条 市は、次の者を置く。\n\n(1) 情報責任者 総務部長をもって充てる。\n\n第2条 主任管理者は、棚を調べる。\n", "第1条 市は、次の者を置く。\n\n(1) 情報責任者 総務部長をもって充てる。\n\n第2条 情報責任者は、棚を調べる。\n")]
    [InlineData("post-shared", "art1/item1", "第1条 市は、次の者を置く。\n\n(1) 情報責任者 総務部長をもって充てる。\n\n(2) 棚管理者 本庁は総務部長を、支所は支所長をもって充てる。\n", "第1条 市は、次の者を置く。\n\n(1) 情報責任者 総務部長をもって充てる。\n\n(2) 棚管理者 本庁は財政部長を、支所は支所長をもって充てる。\n")]
    [InlineData("role-absent", "art1", "第1条 市は、棚を守る体制を整備する。\n\n第2条 棚を調べる。\n", "第1条 市は、棚を守る体制を整備する。\n\n第2条 棚管理者は、棚を調べる。\n")]
    [InlineData("post-shared", "art1/par2", Roles + "第2条 棚管理者は、総務部長をもって充てる。\n", Roles + "第2条 棚管理者は、財政部長をもって充てる。\n")]
    [InlineData("subject-missing", "art2", Roles + "第2条 毎年、棚を調べなければならない。\n", Roles + "第2条 情報責任者は、毎年、棚を調べなければならない。\n")]
    [InlineData("modality-conflict", "art1", "第1条 市は、紙の棚の鍵を掛けるものとし、調べる。\n\n第2条 市は、紙の棚の鍵を掛けることを原則とする。\n", "第1条 市は、紙の棚の鍵を掛けるものとし、調べる。\n\n第2条 市は、紙の棚の鍵を掛けるものとする。\n")]
    [InlineData("modality-mixed", "art1", "第1条 職員は、棚を閉じなければならない。札を付けることが求められる。\n", "第1条 職員は、棚を閉じなければならない。札を付けるものとする。\n")]
    [InlineData("duty-duplicate", "art2", "第1条 職員は、退庁時に書庫の扉と窓を施錠して鍵箱を警備室に返却する。\n\n第2条 職員は、休日も、退庁時に書庫の扉と窓を施錠して鍵箱を警備室に返却する。\n", "第1条 職員は、退庁時に書庫の扉と窓を施錠して鍵箱を警備室に返却する。\n\n第2条 職員は、登庁時に机の引出しと端末の固定具を確かめて当直者に報告する。\n")]
    [InlineData("duty-duplicate", "art2", "第1条 課長は、退庁時に書庫の扉と窓を施錠して鍵箱を警備室に返却する。\n\n第2条 課長は、休日も、退庁時に書庫の扉と窓を施錠して鍵箱を警備室に返却する。\n", "第1条 課長は、退庁時に書庫の扉と窓を施錠して鍵箱を警備室に返却する。\n\n第2条 部長は、休日も、退庁時に書庫の扉と窓を施錠して鍵箱を警備室に返却する。\n")]
    [InlineData("effective-date-missing", "title", "関所町棚要綱\n\n第1条 棚を守る。\n", "関所町棚要綱\n\n第1条 棚を守る。\n\n附 則\n\nこの要綱は、公布の日から施行する。\n")]
    [InlineData("label-uneven", "art1/item2", "第1条 次の物を守る。\n\n（１） 棚\n\n(２) 机\n", "第1条 次の物を守る。\n\n（１） 棚\n\n（２） 机\n")]
    [InlineData("reference-dangling", "art2", "第1条 棚を守る。\n\n第2条 前条に規定する机を調べる。\n", "第1条 棚を守る。\n\n第2条 前条の規定による。\n")]
    [InlineData("interval-missing", "art1", "第1条 職員は、定期的に棚を調べる。\n", "第1条 職員は、定期的に、1年に2回、棚を調べる。\n")]
    [InlineData("cadence-conflict", "art1", "第1条 職員は、定期的な点検を常時行う。\n", "第1条 職員は、毎月1回の定期的な点検を行い、常時、棚を見る。\n")]
    [InlineData("delegation-open", "art1", "第1条 細かいことは、別に定めるところによる。\n", "第1条 細かいことは、別に定める棚管理要領による。\n")]
    [InlineData("self-name", "art2", "第1条 この要綱は、棚を守る。\n\n２ この要綱は、紙にも及ぶ。\n\n第2条 本規程に従う。\n", "第1条 この要綱は、棚を守る。\n\n第2条 この要綱に従う。\n")]
    [InlineData("title-variant", "art2", "第1条 定義\n\n(1) 体系 この要綱及び文書対策基準をいう。\n\n第2条 棚は、文書保管対策基準による。\n", "第1条 定義\n\n(1) 体系 この要綱及び文書対策基準をいう。\n\n第2条 棚は、文書対策基準による。\n")]
    [InlineData("synonym-mixed", "art2", "第1条 業務委託は、契約による。\n\n第2条 外部委託の前に調べる。\n", "第1条 業務委託は、契約による。\n\n第2条 業務委託の前に調べる。\n")]
    [InlineData("spelling-variant", "art1", "第1条 ウィルスを防ぐ。\n", "第1条 ウイルスを防ぐ。\n")]
    [InlineData("term-undefined", "art2", "第1条 定義\n\n(1) 棚 物を置く所をいう。\n\n第2条 棚の情報資産を守る。\n", "第1条 定義\n\n(1) 情報資産 守る物をいう。\n\n(2) 棚 物を置く所をいう。\n\n第2条 棚の情報資産を守る。\n")]
    [InlineData("term-unused", "art1/item1", "第1条 定義\n\n(1) 書架 物を置く所をいう。\n\n第2条 机を守る。\n", "第1条 定義\n\n(1) 書架 物を置く所をいう。\n\n第2条 書架を守る。\n")]
    [InlineData("abbreviation-undefined", "art1", "第1条 職員は、NWSの規則を守る。\n", "第1条 職員は、全国水防機構（NWS）の規則を守る。\n")]
    [InlineData("mandate-missing", "art1/item1", "第1条 定義\n\n(1) 体系 この要綱及び文書対策基準をいう。\n\n第2条 棚を守る。\n", "第1条 定義\n\n(1) 体系 この要綱及び文書対策基準をいう。\n\n第2条 市は、文書対策基準を策定する。\n")]
    [InlineData("reference-dangling", "art2", "第1条 棚を守る。\n\n第2条 第9条の棚を調べる。\n", "第1条 棚を守る。\n\n第2条 第1条の棚を調べる。\n")]
    [InlineData("reference-dangling", "art2", "第1条 棚を守る。\n\n第2条 前条に規定する机を調べる。\n", "第1条 棚を守る。\n\n第2条 前条に規定する棚を調べる。\n")]
    [InlineData("law-number-form", "art1", "第1条 棚法（昭和30年第7号）による。\n", "第1条 棚法（昭和30年法律第7号）による。\n")]
    [InlineData("bodies-differ", "art1", "第1条 関所町長、関所町教育委員会及び関所町監査委員は、これを共同で定める。\n\n第2条 適用する機関は、町長部局、教育委員会及び議会事務局とする。\n", "第1条 関所町長、関所町教育委員会及び関所町監査委員は、これを共同で定める。\n\n第2条 適用する機関は、町長部局、教育委員会及び監査委員とする。\n")]
    [InlineData("effective-date-missing", "meta1", "関所町棚要綱\n\n令和8年4月1日制定\n\n第1条 棚を守る。\n", "関所町棚要綱\n\n令和8年4月1日制定\n\n第1条 棚を守る。\n\n附 則\n\nこの要綱は、令和8年5月1日から施行する。\n")]
    [InlineData("report-duty-missing", "art1", "第1条 市は、緊急時対応計画を策定する。\n", "第1条 市は、緊急時対応計画を策定する。\n\n第2条 職員は、事故を見たら課長に報告する。\n")]
    [InlineData("disclosure-missing", "art1", "第1条 市は、文書対策基準を策定する。\n\n第2条 市は、文書実施手順を策定する。文書実施手順は、非公開とする。\n", "第1条 市は、文書対策基準を策定する。文書対策基準は、非公開とする。\n\n第2条 市は、文書実施手順を策定する。文書実施手順は、非公開とする。\n")]
    [InlineData("label-uneven", "art2", "第1条 棚を守る。\n\n第 2 条 机を守る。\n", "第1条 棚を守る。\n\n第2条 机を守る。\n")]
    [InlineData("dates-disagree", "suppl", "関所町棚要綱\n\n令和8年4月1日制定\n\n第1条 棚を守る。\n\n附 則\n\nこの要綱は、令和7年4月1日から施行する。\n", "関所町棚要綱\n\n令和8年4月1日制定\n\n第1条 棚を守る。\n\n附 則\n\nこの要綱は、令和8年4月1日から施行する。\n")]
    [InlineData("dates-disagree", "meta3", "関所町棚要綱\n\n平成20年4月1日制定\n\n令和3年4月1日改正\n\n平成31年4月1日改正\n\n第1条 棚を守る。\n", "関所町棚要綱\n\n平成20年4月1日制定\n\n平成31年4月1日改正\n\n令和3年4月1日改正\n\n第1条 棚を守る。\n")]
    [InlineData("label-uneven", "art1/item2", "第1条 次の物を守る。\n\n（1） 棚\n\n(2) 机\n", "第1条 次の物を守る。\n\n(1) 棚\n\n(2) 机\n")]
    [InlineData("page-break-split", "art1", "第1条 職員は、毎日、退庁の前に棚の扉と窓を\n\n閉め、鍵を警備員に返し、記録を付ける。\n", "第1条 職員は、毎日、退庁の前に棚の扉と窓を閉め、鍵を警備員に返し、記録を付ける。\n")]
    [InlineData("list-mark-uneven", "art1/item2", "第1条 次の物を守る。\n\n- (1) 紙の書類の棚\n\n(2) 机の引出しの中\n", "第1条 次の物を守る。\n\n- (1) 紙の書類の棚\n\n- (2) 机の引出しの中\n")]
    [InlineData("bracket-unbalanced", "art1", "第1条 棚（紙の物に限る。））を守る。\n", "第1条 棚（紙の物に限る。）を守る。\n")]
    public void The_rule_finds_the_fault_and_only_the_fault(string rule, string path, string faulty, string sound)
    {
        PolicyLint.Check(faulty).Where(f => f.Rule == rule).Select(f => f.Path.ToString()).ShouldContain(path);
        PolicyLint.Check(sound).Where(f => f.Rule == rule).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("方針")]
    [InlineData("（（（（（）。」」」\n①②③\n第1条\n第1条\n別に定める定期常時両者間上記3")]
    public void No_text_is_too_odd(string text) => PolicyLint.Check(text).Count.ShouldBeLessThan(20);

    [Fact]
    public void A_long_text_is_read_in_little_time_and_every_finding_has_a_clause()
    {
        var text = "関所町規程\n\n" + string.Concat(Enumerable.Range(1, 200).Select(n => $"第{n}条 職員は、定期的に{n}番の書庫の棚を調べ、鍵の箱を警備の者に渡し、記録の紙を綴じなければならない。\n\n(1) 甲\n\n(2) 乙\n\n"));
        var findings = PolicyLint.Check(text);
        findings.Count(f => f.Rule == "interval-missing").ShouldBe(200);
    }
}
