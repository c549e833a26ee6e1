using System.IO.Compression;
using System.Xml.Linq;
using Sekisho.Shell.Tables;

namespace Sekisho.Tests.Shell.Tables;

public sealed class ExportTableTests
{
    private const string Page = """
        <main><table class="tb"><tr><td>not taken out</td></tr></table>
        <table class="tb" data-export="役割 [一覧]"><caption>x</caption><thead><tr><th scope="col">名</th><th scope="col">期限</th><th scope="col" class="num">数</th></tr></thead>
        <tbody><tr><th scope="row"><a href="/x">=HYPERLINK(&quot;http://x&quot;)</a><br /><span>𠮷田 &amp;</span>子</th><td><time datetime="2026-11-21">11月21日(土)</time></td><td class="num">1,148</td></tr>
        <tr><th scope="row">-1+1</th><td data-value="適合"><svg><path d="M1"></path></svg>何か</td><td class="num">@x</td></tr></tbody></table></main>
        """;

    [Fact]
    public void Only_marked_tables_are_read_with_lines_days_and_values()
    {
        var sheet = ExportTable.Read(Page).ShouldHaveSingleItem();
        sheet.Rows.Select(r => r.Select(c => c.Text)).ShouldBe(
        [
            ["名", "期限", "期限(西暦)", "数"],
            ["=HYPERLINK(\"http://x\")\n𠮷田 & 子", "11月21日(土)", "2026-11-21", "1,148"],
            ["-1+1", "適合", "", "@x"],
        ]);
    }

    [Fact]
    public void No_cell_of_the_workbook_is_a_formula_and_what_looks_like_one_is_quoted()
    {
        using var zip = new ZipArchive(new MemoryStream(ExportPage.Of(System.Text.Encoding.UTF8.GetBytes(Page)).ShouldNotBeNull()));
        foreach (var entry in zip.Entries) using (var part = entry.Open()) XDocument.Load(part).Root.ShouldNotBeNull();
        using var stream = zip.GetEntry("xl/worksheets/sheet1.xml")!.Open();
        var cells = XDocument.Load(stream).Descendants().Where(e => e.Name.LocalName == "c").ToList();
        cells.Descendants().ShouldNotContain(e => e.Name.LocalName == "f");
        cells.Where(c => WorkbookFile.IsFormulaLike(c.Value)).ShouldAllBe(c => c.Attribute("t")!.Value == "inlineStr" && c.Attribute("s")!.Value == "1");
        cells.Count(c => c.Attribute("s")?.Value == "1").ShouldBe(3);
        cells.ShouldContain(c => c.Value == "1148" && c.Attribute("t") == null);
        cells.ShouldContain(c => c.Value.Contains("𠮷田 & 子", StringComparison.Ordinal));
    }

    [Fact]
    public void A_page_without_a_marked_list_gives_no_workbook() => ExportPage.Of("<table><tr><td>x</td></tr></table>"u8).ShouldBeNull();
}
