using Sekisho.Kernel.Workers;
using Sekisho.Sanitizing;
using Sekisho.Sanitizing.HtmlBodies;

namespace Sekisho.Tests.Sanitizing.HtmlBodies;

public class HtmlToTextTests
{
    [Theory, Support.MatrixRow("MB-02", NearMiss = true)]
    [InlineData("<p>一</p><p>二</p>", "一\n\n二")]
    [InlineData("<div>一<br>二</div><div>三</div>", "一\n二\n三")]
    [InlineData("<ul><li>一</li><li>二<ol><li>い</li><li>ろ</li></ol></li></ul>", "・一\n・二\n1. い\n2. ろ")]
    [InlineData("<table><tr><th>名</th><td>数</td></tr><tr><td>茶</td><td>3</td></tr></table>", "名 | 数\n茶 | 3")]
    [InlineData("<h1>見出し</h1>文", "見出し\n------\n文")]
    [InlineData("<ruby>関所<rp>(</rp><rt>せきしょ</rt><rp>)</rp></ruby>市", "関所(せきしょ)市")]
    [InlineData("<pre>a  b\n  c</pre>", "a  b\n  c")]
    [InlineData("a&amp;lt;b&nbsp;&#x3042;", "a&lt;b あ")]
    public void Structure_keeps_its_sense(string html, string text) => Convert(html).Text.ShouldBe(text);

    [Theory]
    [InlineData("<a href='https://example.com/x'>詳しく</a>", "詳しく <hxxps://example[.]com/x>")]
    [InlineData("<a href='https://example.com/'>https://example.com/</a>", "hxxps://example[.]com/")]
    [InlineData("<a href='mailto:a@example.jp'>連絡先</a>", "連絡先")]
    [InlineData("<a href='java\nscript:alert(1)'>押す</a>", "押す")]
    [InlineData("<a href='https://bank.example.jp@evil.example.com/'>銀行</a>", "銀行 ⚠<hxxps://evil[.]example[.]com/>")]
    [InlineData("<a href='https:\\\\evil.example.com\\a'>x</a>", "x <hxxps://evil[.]example[.]com/a>")]
    public void MB_03_links_show_their_real_target(string html, string text) => Defanged(html).ShouldBe(text);

    [Theory]
    [InlineData("HT-01", "<script>x</script>y"), InlineData("HT-01", "<p oNcLick=x>y</p>"), InlineData("HT-01", "<a href=' &#106;avascript:x'>y</a>"), InlineData("HT-02", "<iframe src=x></iframe>y")]
    [InlineData("HT-02", "<meta http-equiv=refresh content='0;url=x'>y"), InlineData("HT-03", "<span style='display : none'>hidden</span>y"), InlineData("HT-03", "<style>.p{color:red} .h{font-size:0px}</style><i class=h>hidden</i>y")]
    [InlineData("HT-04", "<img src=//t.example.com/1.gif>y"), InlineData("HT-05", "<svg><a xlink:href='x'>hidden</a></svg>y"), InlineData("HT-06", "<a href='data:application/zip;base64,AAAA'>y</a>")]
    [InlineData("HT-08", "<a href='https://evil.example.com'>www.bank.example.jp</a> y")]
    public void Dangers_are_named_and_not_carried(string rule, string html)
    {
        var log = new FindingLog();
        var text = HtmlToText.Convert(html, LinkStyle.Defang, new(), "1", log).Text;
        log.Lines.ShouldContain(f => f.Rule == rule);
        text.ShouldEndWith("y");
        text.ShouldNotContain("hidden");
    }

    [Theory]
    [InlineData("<p style='color:red'>見える</p>"), InlineData("<p class=h>見える</p>"), InlineData("<a href='https://example.com/'>example.com</a>"), InlineData("<b>on sale = javascript</b>")]
    public void Harmless_html_has_no_danger_to_name(string html)
    {
        var log = new FindingLog();
        HtmlToText.Convert(html, LinkStyle.Defang, new(), "1", log);
        log.Lines.ShouldAllBe(f => f.Rule == "MB-03");
    }

    [Fact]
    public void Nesting_costs_no_stack() =>
        Convert(string.Concat(Enumerable.Repeat("<div><b>", 3_000)) + "底").Text.ShouldBe("底");

    [Fact]
    public void Pictures_in_the_text_are_numbered()
    {
        var read = Convert("<img src='cid:a@b' alt='図'>と<img src='cid:c@d'>");
        read.Text.ShouldBe("【画像1:図】と【画像2】");
        read.Pictures.ShouldBe(["a@b", "c@d"]);
    }

    private static HtmlText Convert(string html) => HtmlToText.Convert(html, LinkStyle.Defang, new(), "1", new());
    private static string Defanged(string html) => UrlDefanger.Defang(Convert(html).Text, LinkStyle.Defang, "1", new());
}
