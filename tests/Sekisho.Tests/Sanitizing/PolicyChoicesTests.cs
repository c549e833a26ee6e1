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

    /// <summary>A format of its own may be blocked while others pass.</summary>
    [Fact]
    public void A_format_may_be_blocked()
    {
        var policy = new FilePolicy { Formats = new Dictionary<string, FilePolicy> { ["docx"] = new() { Levels = [] } } };
        SomeFile.Sanitise("a.docm", SomeOffice.Docx(SomeOffice.P("x"), "application/vnd.ms-word.document.macroEnabled.main+xml").Build(), policy).ShouldStopWith("LV-00");
        SomeFile.Sanitise("a.pdf", new SomePdf().Build(), policy).Outcome.ShouldBe(Outcome.Clean);
    }
}
