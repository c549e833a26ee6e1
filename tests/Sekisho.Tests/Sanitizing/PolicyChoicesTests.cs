using System.Text;
using Sekisho.Kernel;
using Sekisho.Kernel.Workers;
using Sekisho.Sanitizing;
using Sekisho.Tests.Sanitizing.Files;
using Sekisho.Tests.Support;
using Sekisho.Verifying;

namespace Sekisho.Tests.Sanitizing;

/// <summary>Each choice of a policy changes what comes out, and only that.</summary>
public class PolicyChoicesTests
{
    private const string Office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";

    private static byte[] LinkedWord() => SomeOffice.Docx("<w:p><w:hyperlink r:id=\"rId7\"><w:r><w:t>案内</w:t></w:r></w:hyperlink></w:p>").MainRel("rId7", "hyperlink", "https://example.jp/a", true).Build();

    private static string Word(LinkPolicy links)
    {
        var result = SomeFile.Sanitise("a.docx", LinkedWord(), new() { Links = links });
        OutputVerifier.Verify(result.Output!, "docx").Forbidden.ShouldBeEmpty();
        if (links != LinkPolicy.Keep) result.ActionOf("OX-07").ShouldBe(FindingAction.Rewritten);
        return OfficeOutput.All(result.Output!);
    }

    [Fact, MatrixRow("OX-07")]
    public void A_link_is_kept_shown_or_gone()
    {
        Word(LinkPolicy.Keep).ShouldContain("\"https://example.jp/a\"");
        Word(LinkPolicy.Defang).ShouldContain("hxxps://example[.]jp/a");
        Word(LinkPolicy.Defang).ShouldNotContain("https://example.jp");
        Word(LinkPolicy.Remove).ShouldNotContain("example");
    }

    [Fact, MatrixRow("OX-28")]
    public void A_hidden_slide_goes_where_the_policy_says_so()
    {
        const string type = "application/vnd.openxmlformats-officedocument.presentationml.slide+xml", p = "http://schemas.openxmlformats.org/presentationml/2006/main", r = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        static string Slide(string name, string attributes) => $"<p:sld {attributes} xmlns:p=\"{p}\" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"><p:cSld name=\"{name}\"><p:spTree><p:nvGrpSpPr><p:cNvPr id=\"1\" name=\"\"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/></p:spTree></p:cSld></p:sld>";
        var deck = SomeOffice.Pptx("").Instead("ppt/presentation.xml", $"<p:presentation xmlns:p=\"{p}\" xmlns:r=\"{r}\"><p:sldIdLst><p:sldId id=\"256\" r:id=\"rId1\"/><p:sldId id=\"257\" r:id=\"rId2\"/></p:sldIdLst></p:presentation>")
            .Part("ppt/slides/slide2.xml", Slide("kakusu", "show=\"0\""), type).Rel("ppt/presentation.xml", "rId2", SomeOffice.Office + "slide", "slides/slide2.xml");
        var kept = SomeFile.Sanitise("a.pptx", deck.Build());
        OfficeOutput.All(kept.Output!).ShouldContain("kakusu");
        var gone = SomeFile.Sanitise("a.pptx", deck.Build(), new() { KeepHidden = false });
        gone.ActionOf("OX-28").ShouldBe(FindingAction.Removed);
        OfficeOutput.All(gone.Output!).ShouldNotContain("kakusu");
        OutputVerifier.Verify(gone.Output!, "pptx").Forbidden.ShouldBeEmpty();
    }

    [Theory, MatrixRow("OX-28"), InlineData(true), InlineData(false)]
    public void Hidden_words_of_a_text_follow_the_policy(bool keep)
    {
        var docx = SomeOffice.Docx("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>himitsu</w:t></w:r><w:r><w:t>見える</w:t></w:r></w:p>").Build();
        var all = OfficeOutput.All(SomeFile.Sanitise("a.docx", docx, new() { KeepHidden = keep }).Output!);
        all.Contains("himitsu", StringComparison.Ordinal).ShouldBe(keep);
        all.ShouldContain("見える");
    }

    [Theory, MatrixRow("OD-11"), InlineData(true), InlineData(false)]
    public void Hidden_sheets_and_tracked_words_of_odf_follow_the_policy(bool keep)
    {
        var sheet = Odf("spreadsheet", "<office:automatic-styles><style:style style:name=\"t1\" style:family=\"table\"><style:table-properties table:display=\"false\"/></style:style></office:automatic-styles><office:body><office:spreadsheet>"
            + Table("kakusu", "t1") + Table("mieru", "t2") + "</office:spreadsheet></office:body>");
        var result = SomeFile.Sanitise("a.ods", sheet, new() { KeepHidden = keep });
        OutputVerifier.Verify(result.Output!, "ods").Forbidden.ShouldBeEmpty();
        result.ActionOf("OD-11").ShouldBe(keep ? FindingAction.Kept : FindingAction.Removed);
        (Has(result, "kakusu"), Has(result, "mieru")).ShouldBe((keep, true));
        var text = Odf("text", "<office:body><office:text><text:tracked-changes><text:changed-region text:id=\"c1\"><text:deletion><office:change-info/><text:p>keshita</text:p></text:deletion></text:changed-region></text:tracked-changes><text:p>本文<text:change text:change-id=\"c1\"/></text:p></office:text></office:body>");
        Has(SomeFile.Sanitise("a.odt", text, new() { KeepComments = keep }), "keshita").ShouldBe(keep);
    }

    private static bool Has(FileResult result, string word) => OfficeOutput.All(result.Output!).Contains(word, StringComparison.Ordinal);

    private static string Table(string name, string style) => $"<table:table table:name=\"{name}\" table:style-name=\"{style}\"><table:table-row><table:table-cell office:value-type=\"string\"><text:p>値</text:p></table:table-cell></table:table-row></table:table>";

    private static byte[] Odf(string kind, string content)
    {
        const string ns = "urn:oasis:names:tc:opendocument:xmlns:";
        var zip = new SomeZip();
        zip.Add(new SomeZip.Entry("mimetype"u8.ToArray(), Encoding.ASCII.GetBytes("application/vnd.oasis.opendocument." + kind)) { Stored = true });
        zip.Add("content.xml", Encoding.UTF8.GetBytes($"<office:document-content xmlns:office=\"{Office}\" xmlns:style=\"{ns}style:1.0\" xmlns:table=\"{ns}table:1.0\" xmlns:text=\"{ns}text:1.0\" office:version=\"1.3\">{content}</office:document-content>"));
        zip.Add("META-INF/manifest.xml", Encoding.UTF8.GetBytes($"<manifest:manifest xmlns:manifest=\"{ns}manifest:1.0\" manifest:version=\"1.3\"><manifest:file-entry manifest:full-path=\"/\" manifest:media-type=\"application/vnd.oasis.opendocument.{kind}\"/><manifest:file-entry manifest:full-path=\"content.xml\" manifest:media-type=\"text/xml\"/></manifest:manifest>"));
        return zip.Build();
    }

    [Theory, MatrixRow("PD-10"), InlineData(true), InlineData(false)]
    public void What_is_filled_into_a_form_follows_the_policy(bool flatten)
    {
        var pdf = new SomePdf().Catalogue("/AcroForm<</Fields[6 0 R]>>").Page("/Annots[6 0 R]").Add("<</Type/Annot/Subtype/Widget/FT/Tx/T(name)/Rect[100 100 300 140]/F 4/AP<</N 7 0 R>>>>")
            .AddStream("/Type/XObject/Subtype/Form/BBox[0 0 200 40]/Resources<</Font<</F1 5 0 R>>>>", "BT /F1 20 Tf 5 10 Td (Filled in) Tj ET").Build();
        var result = SomeFile.Sanitise("a.pdf", pdf, new() { FlattenForms = flatten });
        result.ShouldBeSafe("/Widget", "/AcroForm");
        PdfOutput.Text(result.Output!).Contains("Filled in", StringComparison.Ordinal).ShouldBe(flatten);
    }

    [Fact, MatrixRow("PD-08")]
    public void Attachments_of_a_pdf_lie_beside_it_sanitised_where_the_policy_says_so()
    {
        var pdf = new SomePdf().Catalogue("/Names<</EmbeddedFiles<</Names[(a)6 0 R(b)8 0 R]>>>>").Add("<</Type/Filespec/F(memo.html)/EF<</F 7 0 R>>>>").AddStream("/Type/EmbeddedFile", "<html><body><script>x</script>memo</body></html>")
            .Add("<</Type/Filespec/F(run.exe)/EF<</F 9 0 R>>>>").AddStream("/Type/EmbeddedFile", "MZ" + new string('x', 90)).Build();
        SomeFile.Sanitise("資料.pdf", pdf).OutputType.ShouldBe("pdf");
        var result = SomeFile.Sanitise("資料.pdf", pdf, new() { RecurseEmbedded = true });
        (result.OutputType, result.OutputName, result.Outcome).ShouldBe(("zip", "資料.pdf.zip", Outcome.Cleaned), result.Describe());
        OutputVerifier.Verify(result.Output!, "zip").Forbidden.ShouldBeEmpty();
        OfficeOutput.Parts(result.Output!).Keys.ShouldBe(["資料.pdf", "添付/memo.txt", "添付/run.exe.遮断理由.txt"], ignoreOrder: true);
        result.Children.Select(c => c.Outcome).ShouldBe([Outcome.Text, Outcome.Blocked]);
        SomeFile.Sanitise("資料.pdf.zip", result.Output!).Outcome.ShouldBe(Outcome.Clean);
    }

    [Fact, MatrixRow("OX-04")]
    public void An_embedded_document_lies_beside_the_one_that_carried_it_where_the_policy_says_so()
    {
        var inner = SomeOffice.Docx(SomeOffice.P("中の文書")).Part("word/vbaProject.bin", "x"u8.ToArray()).MainRel("rId9", "http://schemas.microsoft.com/office/2006/relationships/vbaProject", "vbaProject.bin").Build();
        var outer = SomeOffice.Docx(SomeOffice.P("外の文書")).Part("word/embeddings/inner.docx", inner).MainRel("rId5", "package", "embeddings/inner.docx").Build();
        var result = SomeFile.Sanitise("a.docx", outer, new() { RecurseEmbedded = true });
        var parts = OfficeOutput.Parts(result.Output!);
        parts.Keys.ShouldBe(["a.docx", "添付/inner.docx"], ignoreOrder: true);
        OfficeOutput.All(parts["a.docx"]).ShouldNotContain("embeddings");
        OfficeOutput.All(parts["添付/inner.docx"]).ShouldContain("中の文書");
        OfficeOutput.All(parts["添付/inner.docx"]).ShouldNotContain("vbaProject");
        result.Children.Single().Findings.ShouldContain(f => f.Rule == "OX-01");
        OutputVerifier.Verify(result.Output!, "zip").Forbidden.ShouldBeEmpty();
    }

    [Fact, MatrixRow("PD-08", "OX-04", NearMiss = true)]
    public void A_document_that_carries_nothing_stays_one_file() =>
        (SomeFile.Sanitise("a.pdf", new SomePdf().Build(), new() { RecurseEmbedded = true }).OutputType, SomeFile.Sanitise("a.docx", SomeOffice.Docx(SomeOffice.P("x")).Build(), new() { RecurseEmbedded = true }).OutputType).ShouldBe(("pdf", "docx"));

    [Fact]
    public void A_file_in_the_packager_comes_under_its_own_name()
    {
        byte[] native = [0, 0, 0, 0, 2, 0, .. "memo.txt\0"u8, .. "C:\\memo.txt\0"u8, 0, 0, 3, 0, 3, 0, 0, 0, .. "C:\0"u8, 4, 0, 0, 0, .. "text"u8];
        var carried = Sekisho.Sanitizing.Levels.EmbeddedFiles.Carried(SomeCompound.Holding("\u0001Ole10Native", native), "word/embeddings/oleobject1.bin");
        (carried!.Value.Name, Encoding.ASCII.GetString(carried.Value.Data)).ShouldBe(("memo.txt", "text"));
        Sekisho.Sanitizing.Levels.EmbeddedFiles.Carried(SomeCompound.Holding("\u0001Ole10Native", native[..40]), "x").ShouldBeNull();
    }

    [Fact, MatrixRow("PD-22")]
    public void Title_and_author_of_a_pdf_follow_the_policy()
    {
        var pdf = new SomePdf().Trailer("/Info 6 0 R").Add("<</Title<FEFF4F1A8B70202E8CC7>/Author(Yamada\\007)/Producer(C:\\\\Users\\\\x)/CreationDate(D:20260401090000+09'00')/ModDate(javascript:x)>>").Build();
        SomeFile.Sanitise("a.pdf", pdf).ShouldBeSafe("/Info");
        var kept = SomeFile.Sanitise("a.pdf", pdf, new() { KeepMetadata = true });
        kept.ShouldBeSafe("/Producer", "/ModDate", "Users");
        kept.ActionOf("PD-22").ShouldBe(FindingAction.Kept);
        var told = Encoding.UTF8.GetString(PdfOutput.Run("/usr/bin/pdfinfo", ["-"], kept.Output!));
        told.ShouldContain("Author:          Yamada\n");
        told.ShouldContain("会議");
        SomeFile.Sanitise("a.pdf", kept.Output!, new() { KeepMetadata = true }).Output.ShouldBe(kept.Output);
        SomeFile.Sanitise("a.pdf", kept.Output!).Output.ShouldBe(SomeFile.Sanitise("a.pdf", pdf).Output);
    }

    [Fact, MatrixRow("OX-28")]
    public void Title_and_author_of_a_document_follow_the_policy()
    {
        const string core = "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>予算</dc:title><dc:creator>Yamada</dc:creator><cp:lastModifiedBy>HIMITSU</cp:lastModifiedBy><cp:keywords>HIMITSU</cp:keywords><dcterms:created xsi:type=\"dcterms:W3CDTF\">2026-04-01T00:00:00Z</dcterms:created><dcterms:modified xsi:type=\"dcterms:W3CDTF\">HIMITSU</dcterms:modified></cp:coreProperties>";
        var docx = SomeOffice.Docx(SomeOffice.P("本文")).Part("docProps/core.xml", core, "application/vnd.openxmlformats-package.core-properties+xml").Rel("", "rId8", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml").Build();
        OfficeOutput.Parts(SomeFile.Sanitise("a.docx", docx).Output!).Keys.ShouldNotContain("docProps/core.xml");
        var kept = SomeFile.Sanitise("a.docx", docx, new() { KeepMetadata = true });
        OutputVerifier.Verify(kept.Output!, "docx").Forbidden.ShouldBeEmpty();
        OfficeOutput.Text(kept.Output!, "docProps/core.xml").ShouldContain("<dc:title>予算</dc:title><dc:creator>Yamada</dc:creator><dcterms:created xsi:type=\"dcterms:W3CDTF\">2026-04-01T00:00:00Z</dcterms:created>");
        OfficeOutput.All(kept.Output!).ShouldNotContain("HIMITSU");
        SomeFile.Sanitise("a.docx", kept.Output!, new() { KeepMetadata = true }).Output.ShouldBe(kept.Output);
    }

    /// <summary>A format of its own may be blocked while others pass.</summary>
    [Fact]
    public void A_format_may_be_blocked()
    {
        var policy = new FilePolicy { Formats = new Dictionary<string, FilePolicy> { ["docx"] = new() { Levels = [] } } };
        SomeFile.Sanitise("a.docm", SomeOffice.Docx(SomeOffice.P("x"), "application/vnd.ms-word.document.macroEnabled.main+xml").Build(), policy).ShouldStopWith("LV-00");
        SomeFile.Sanitise("a.pdf", new SomePdf().Build(), policy).Outcome.ShouldBe(Outcome.Clean);
    }
}
