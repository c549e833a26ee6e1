using System.Text;
using Sekisho.PolicyText;
using Sekisho.PolicyText.Exchange;

namespace Sekisho.Tests.PolicyText.Exchange;

/// <summary>What goes out comes in again: the catalog exactly, the law's XML wherever a statute has a place for it.</summary>
public sealed class ExchangeTests
{
    private static readonly DateTimeOffset Moment = new(2026, 11, 21, 9, 0, 0, TimeSpan.FromHours(9));

    [Theory]
    [MemberData(nameof(Layouts.All), MemberType = typeof(Layouts))]
    public void A_catalog_gives_the_tree_back(string name)
    {
        var policy = PolicyParser.Parse(Layouts.Text(name));
        var read = PolicySource.Read(Encoding.UTF8.GetString(OscalWriter.Write(policy, Moment))).Value;
        ClauseTsv.Write(read).ShouldBe(ClauseTsv.Write(policy));
    }

    [Theory]
    [InlineData("whole-amendment-with-supplements")]
    [InlineData("outline-with-forms")]
    [InlineData("markers-on-own-line")]
    [InlineData("pdf-text-with-page-numbers")]
    public void The_xml_of_a_law_gives_articles_and_supplements_back(string name)
    {
        var policy = PolicyParser.Parse(Layouts.Text(name));
        var read = PolicySource.Read(Encoding.UTF8.GetString(LawXmlWriter.Write(policy))).Value;
        Provisions(read).ShouldBe(Provisions(policy));
    }

    [Fact]
    public void An_answer_of_the_interface_of_laws_is_read()
    {
        var read = PolicySource.Read("""
            <?xml version="1.0" encoding="UTF-8"?><DataRoot><ApplData><LawFullText><Law Era="Reiwa" Year="06" Num="7" LawType="Misc" Lang="ja"><LawNum>令和六年訓令第七号</LawNum><LawBody><LawTitle>関所町規程</LawTitle>
            <TOC><TOCLabel>目次</TOCLabel><TOCChapter Num="1"><ChapterTitle>第一章　総則</ChapterTitle><ArticleRange>（第一条・第二条）</ArticleRange></TOCChapter></TOC>
            <MainProvision><Chapter Num="1"><ChapterTitle>第一章　総則</ChapterTitle><Article Num="1"><ArticleCaption>（目的）</ArticleCaption><ArticleTitle>第一条</ArticleTitle><Paragraph Num="1"><ParagraphNum/><ParagraphSentence><Sentence>この規程は、町を<Ruby>護<Rt>まも</Rt></Ruby>る。</Sentence><Sentence>ただし、夜を除く。</Sentence></ParagraphSentence></Paragraph></Article>
            <Article Num="1_2"><ArticleTitle>第一条の二</ArticleTitle><Paragraph Num="1"><ParagraphNum/><ParagraphSentence><Sentence>次の物とする。</Sentence></ParagraphSentence><Item Num="1"><ItemTitle>一</ItemTitle><ItemSentence><Column Num="1"><Sentence>台帳</Sentence></Column><Column Num="2"><Sentence>棚の物</Sentence></Column></ItemSentence><Subitem1 Num="1"><Subitem1Title>イ</Subitem1Title><Subitem1Sentence><Sentence>紙</Sentence></Subitem1Sentence></Subitem1></Item></Paragraph><Paragraph Num="2"><ParagraphNum>２</ParagraphNum><ParagraphSentence><Sentence>写しを残す。</Sentence></ParagraphSentence></Paragraph></Article></Chapter></MainProvision>
            <SupplProvision><SupplProvisionLabel>附　則</SupplProvisionLabel><Paragraph Num="1"><ParagraphNum/><ParagraphSentence><Sentence>公布の日から施行する。</Sentence></ParagraphSentence></Paragraph></SupplProvision></LawBody></Law></LawFullText></ApplData></DataRoot>
            """).Value;
        read.All.Select(c => $"{c.Path} {c.PrintedLabel} {c.Caption} {c.Text}").ShouldBe([
            "title   関所町規程", "meta1   令和六年訓令第七号", "toc  目次 ", "toc/e1   第一章　総則（第一条・第二条）", "chap1 第一章 総則 ", "art1 第一条 目的 この規程は、町を護る。ただし、夜を除く。",
            "art1_2 第一条の二  ", "art1_2/par1   次の物とする。", "art1_2/par1/item1 一 台帳 棚の物", "art1_2/par1/item1/sub1 イ  紙", "art1_2/par2 ２  写しを残す。", "suppl 附則  公布の日から施行する。"]);
    }

    [Fact]
    public void A_catalog_of_others_is_read_by_its_groups_and_controls()
    {
        var read = PolicySource.Read("""
            {"catalog":{"uuid":"6f6ad7bd-2fd4-4f4e-8f6a-6f6ad7bd2fd4","metadata":{"title":"Own controls","last-modified":"2026-01-01T00:00:00Z","version":"1","oscal-version":"1.2.1"},
             "groups":[{"id":"ac","title":"Access","controls":[{"id":"ac-1","title":"Accounts","params":[{"id":"p1","label":"days"}],"props":[{"name":"label","value":"AC-1"}],
              "parts":[{"id":"ac-1_smt","name":"statement","prose":"Do:","parts":[{"id":"ac-1_smt.a","name":"item","props":[{"name":"label","value":"a."}],"prose":"List accounts."}]},{"name":"guidance","prose":"See others."}]}]}]}}
            """).Value;
        read.All.Select(c => $"{c.Path} {c.PrintedLabel} {c.Caption} {c.Text}").ShouldBe(["title   Own controls", "chap1  Access ", "art1 AC-1 Accounts Do:", "art1/item1 a.  List accounts.", "art1/item2   See others."]);
    }

    [Theory]
    [InlineData("<html><body>x</body></html>", "policy.source.law")]
    [InlineData("<Law>", "policy.source.law")]
    [InlineData("{\"profile\":{}}", "policy.source.oscal")]
    [InlineData("{\"catalog\":[]}", "policy.source.oscal")]
    public void Another_document_says_what_it_is_not(string text, string stage) => PolicySource.Read(text).Refusals[0].Stage.ShouldBe(stage);

    private static List<string> Provisions(ParsedPolicy policy) =>
        [.. policy.All.Where(c => c.Path.ToString() is var p && (p.StartsWith("art", StringComparison.Ordinal) || p.StartsWith("suppl", StringComparison.Ordinal)))
            .Select(c => string.Join('|', c.Path, c.Level, c.PrintedLabel, c.Caption, c.Text))];
}
