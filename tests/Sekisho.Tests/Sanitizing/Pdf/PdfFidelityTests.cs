using System.Text;
using Sekisho.Kernel;
using Sekisho.Tests.Sanitizing.Files;
using Sekisho.Tests.Support;
using Sekisho.Verifying;

namespace Sekisho.Tests.Sanitizing.Pdf;

/// <summary>Documents of real programs come out with the same words, pages and look (matrix §18, 5).</summary>
public class PdfFidelityTests
{
    private const string Page = """
        <!DOCTYPE html><html lang="ja"><head><meta charset="utf-8"><title>議事録</title></head><body style="font-family:'Noto Sans CJK JP'">
        <h1>市民説明会 議事録</h1><p>日時：令和8年11月21日（土）午後2時。参加者は<b>三十五名</b>。髙﨑課長が説明した。①②③ ㈱ Ａｂｃ ｱｲｳ</p>
        <p><a href="https://example.jp/kokai?x=1">公開ページ</a> <a href="#end">末尾へ</a></p>
        <table border="1"><tr><th>項目</th><th>金額</th></tr><tr><td>設備</td><td>1,234,567円</td></tr><tr><td colspan="2">合計</td></tr></table>
        <div style="background:linear-gradient(90deg,#fee,#eef);opacity:.8;border-radius:8px;padding:8px">半透明の箱 fi ffl ÄÖÜ</div>
        <svg width="200" height="100"><circle cx="50" cy="50" r="40" fill="teal"/><text x="100" y="50">図</text></svg>
        <p style="page-break-before:always" id="end">二頁目の本文。</p></body></html>
        """;

    private static void Same(byte[] before, string what)
    {
        var result = SomeFile.Sanitise("a.pdf", before);
        result.Output.ShouldNotBeNull(what + " " + result.Describe());
        OutputVerifier.Verify(result.Output, "pdf").Forbidden.ShouldBeEmpty(what);
        PdfOutput.Check(result.Output).ShouldBe(0, what);
        PdfOutput.Text(result.Output, "-layout").ShouldBe(PdfOutput.Text(before, "-layout"), what);
        Similarity(PdfOutput.Drawn(before), PdfOutput.Drawn(result.Output)).ShouldBeGreaterThanOrEqualTo(0.98, what);
        SomeFile.Sanitise("a.pdf", result.Output).Output.ShouldBe(result.Output, what);
        var unpacked = PdfOutput.Unpacked(result.Output);
        foreach (var word in (string[])["/JavaScript", "/OpenAction", "/AA", "/Names", "/Metadata", "/EmbeddedFile", "/AcroForm", "/StructTreeRoot", "/ICCBased"]) PdfOutput.Has(unpacked, word).ShouldBeFalse(what + word);
    }

    /// <summary>Share of samples that differ by at most a sixteenth; pictures of another size have nothing in common.</summary>
    private static double Similarity(byte[] a, byte[] b)
    {
        a.Length.ShouldBe(b.Length);
        a.Length.ShouldBeGreaterThan(10_000);
        return a.Zip(b).Count(p => Math.Abs(p.First - p.Second) <= 16) / (double)a.Length;
    }

    [Fact, MatrixRow("E4", "E5", NearMiss = true)]
    public void Documents_of_chromium_libreoffice_and_qpdf_stay_what_they_are()
    {
        var folder = SomeTool.Folder();
        try
        {
            File.WriteAllText(Path.Combine(folder, "a.html"), Page, new UTF8Encoding(false));
            SomeTool.Run(folder, "/usr/bin/chromium", "--headless", "--no-sandbox", "--disable-gpu", "--print-to-pdf=chromium.pdf", "a.html");
            SomeTool.Run(folder, "/usr/bin/soffice", "--headless", "--convert-to", "pdf", "a.html");
            SomeTool.Run(folder, "/usr/bin/qpdf", "--linearize", "a.pdf", "linear.pdf");
            SomeTool.Run(folder, "/usr/bin/qpdf", "--object-streams=generate", "chromium.pdf", "packed.pdf");
            SomeTool.Run(folder, "/usr/bin/qpdf", "--qdf", "a.pdf", "plain.pdf");
            SomeTool.Run(folder, "/usr/bin/qpdf", "a.pdf", "--add-attachment", "a.html", "--", "attached.pdf");
            foreach (var name in (string[])["chromium.pdf", "a.pdf", "linear.pdf", "packed.pdf", "plain.pdf", "attached.pdf"]) Same(File.ReadAllBytes(Path.Combine(folder, name)), name);
            SomeFile.Sanitise("a.pdf", File.ReadAllBytes(Path.Combine(folder, "attached.pdf"))).Has("PD-08").ShouldBeTrue();
        }
        finally { Directory.Delete(folder, true); }
    }

    [Fact, MatrixRow("PD-16", NearMiss = true)]
    public void A_page_of_a_scanner_keeps_every_pixel()
    {
        var folder = SomeTool.Folder();
        try
        {
            File.WriteAllBytes(Path.Combine(folder, "a.png"), SomePicture.Png(40, 30));
            SomeTool.Run(folder, "/usr/bin/vips", "jp2ksave", "a.png", "a.jp2", "--lossless");
            var pdf = new SomePdf().Resources("/XObject<</X1 6 0 R>>").Content("q 200 0 0 200 50 50 cm /X1 Do Q").AddStream("/Subtype/Image/Width 40/Height 30/Filter/JPXDecode", File.ReadAllBytes(Path.Combine(folder, "a.jp2"))).Build();
            var result = SomeFile.Sanitise("a.pdf", pdf);
            result.Has("PD-16").ShouldBeTrue(result.Describe());
            Similarity(PdfOutput.Drawn(pdf), PdfOutput.Drawn(result.Output!)).ShouldBeGreaterThanOrEqualTo(0.999);
        }
        finally { Directory.Delete(folder, true); }
    }
}
