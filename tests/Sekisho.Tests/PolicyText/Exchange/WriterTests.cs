using System.Text;
using Sekisho.PolicyText;
using Sekisho.PolicyText.Exchange;
using Sekisho.Sanitizing.PlainText;
using Sekisho.Tests.Support;

namespace Sekisho.Tests.PolicyText.Exchange;

/// <summary>What a person takes away: Word that our own reader reads to the same clauses, and Markdown.</summary>
public sealed class WriterTests
{
    [Theory]
    [InlineData("whole-amendment-with-supplements")]
    [InlineData("markers-on-own-line")]
    [InlineData("pdf-text-with-page-numbers")]
    [InlineData("kanji-numerals")]
    public void A_word_document_is_read_to_the_same_articles(string name)
    {
        var policy = PolicyParser.Parse(Layouts.Text(name));
        var word = WordWriter.Write(policy);
        WordWriter.Write(policy).ShouldBe(word);
        var read = PolicyParser.Parse(DocumentText.Read(word, new PdfTool()).Value.Text);
        Articles(read).ShouldBe(Articles(policy));
    }

    [Fact]
    public void Markdown_has_headings_lists_and_tables()
    {
        var text = Encoding.UTF8.GetString(MarkdownWriter.Write(PolicyParser.Parse(Layouts.Text("outline-with-forms"))));
        text.ShouldStartWith("# 関所市外部記憶媒体取扱要綱\n");
        text.ShouldContain("## 第４条（許可）\n\n課の管理者は、");
        text.ShouldContain("- ⑴　");
        text.ShouldContain("| 区分 | 媒体 | 扱い |\n| --- | --- | --- |\n| 一 | 住民の情報を納める物 | 庁舎の外に出さない。 |");
    }

    private static List<string> Articles(ParsedPolicy policy) =>
        [.. policy.All.Where(c => c.Path.ToString().StartsWith("art", StringComparison.Ordinal)).Select(c => string.Join('|', c.Path, c.Level, c.PrintedLabel, c.Caption, c.Text))];
}
