using Sekisho.Kernel;
using Sekisho.Kernel.Workers;
using Sekisho.Tests.Sanitizing.Files;
using Sekisho.Tests.Support;

namespace Sekisho.Tests.Sanitizing.Pdf;

/// <summary>Section 10, everything a PDF carries along: files, players, forms, notes, signatures, data of programs.</summary>
public class PdfPartsTests
{
    private const string Appearance = "0.9 g 0 0 100 20 re f BT /F1 12 Tf 2 5 Td (Filled in) Tj ET";

    private static SomePdf WithAnnotation(string entries, string appearance = Appearance) => new SomePdf().Page("/Annots[6 0 R]")
        .Add("<</Type/Annot/Rect[72 500 172 520]/AP<</N 7 0 R>>" + entries + ">>").AddStream("/Type/XObject/Subtype/Form/BBox[0 0 100 20]/Resources<</Font<</F1 5 0 R>>>>", appearance);

    [Fact, MatrixRow("PD-08")]
    public void Attachments_go_and_are_named()
    {
        var result = SomeFile.Sanitise("a.pdf", new SomePdf().Catalogue("/Names<</EmbeddedFiles<</Names[(x)6 0 R]>>>>/AF[6 0 R]/Collection<</View/T>>")
            .Add("<</Type/Filespec/F(invoice.exe)/UF(invoice.exe)/EF<</F 7 0 R>>>>").AddStream("/Type/EmbeddedFile", "MZ-payload").Build());
        result.ShouldBeSafe("/EmbeddedFile", "/EF", "/AF", "/Collection", "payload", "invoice");
        result.Findings.ShouldContain(f => f.Rule == "PD-08" && f.Arguments.Values.Contains("invoice.exe"), result.Describe());
        // The scanner still sees it as it came (ID-11).
        var child = result.Children.ShouldHaveSingleItem();
        child.Name.ShouldBe("invoice.exe");
        UntrustedAccess.Open(child.Input).ShouldBe("MZ-payload"u8.ToArray());
    }

    [Fact, MatrixRow("PD-08")]
    public void An_attachment_pinned_to_a_page_goes() =>
        SomeFile.Sanitise("a.pdf", WithAnnotation("/Subtype/FileAttachment/FS<</Type/Filespec/F(x.js)/EF<</F 8 0 R>>>>").AddStream("/Type/EmbeddedFile", "payload").Build()).ShouldBeSafe("/EF", "payload", "/Filespec");

    [Fact, MatrixRow("PD-08", NearMiss = true)]
    public void A_document_without_attachments_has_none_named() => SomeFile.Sanitise("a.pdf", new SomePdf().Catalogue("/Names<</Dests<</Names[(a)[3 0 R/Fit]]>>>>").Build()).Outcome.ShouldBe(Outcome.Clean);

    [Theory, MatrixRow("PD-09"), InlineData("/Subtype/RichMedia/RichMediaContent<</Assets 5 0 R>>"), InlineData("/Subtype/3D/3DD 5 0 R"), InlineData("/Subtype/Movie/Movie<</F(x.avi)>>"), InlineData("/Subtype/Screen"), InlineData("/Subtype/Sound/Sound 5 0 R"), InlineData("/Subtype/Projection")]
    public void Players_go_and_their_poster_stays(string kind)
    {
        var result = SomeFile.Sanitise("a.pdf", WithAnnotation(kind).Build());
        result.ShouldBeSafe("/RichMedia", "/3D", "/Movie", "/Screen", "/Sound", "/Projection");
        result.ActionOf("PD-09").ShouldBe(FindingAction.Removed);
        PdfOutput.Text(result.Output!).ShouldContain("Filled in");
    }

    [Fact, MatrixRow("PD-09", NearMiss = true)]
    public void A_stamp_called_movie_is_a_stamp()
    {
        var result = SomeFile.Sanitise("a.pdf", WithAnnotation("/Subtype/Stamp/Name/Movie").Build());
        result.Has("PD-09").ShouldBeFalse(result.Describe());
        PdfOutput.Text(result.Output!).ShouldContain("Filled in");
    }

    [Fact, MatrixRow("PD-10")]
    public void A_filled_form_becomes_part_of_the_page()
    {
        var result = SomeFile.Sanitise("a.pdf", WithAnnotation("/Subtype/Widget/FT/Tx/T(name)/V(Filled in)").Catalogue("/AcroForm<</Fields[6 0 R]/XFA 8 0 R/CO[6 0 R]>>").AddStream("", "<xdp:xdp><script>x</script></xdp:xdp>").Build());
        result.ShouldBeSafe("/AcroForm", "/Widget", "/XFA", "xdp", "/Annots");
        result.Findings.ShouldContain(f => f.Rule == "PD-10" && f.Action == FindingAction.Rewritten, result.Describe());
        PdfOutput.Text(result.Output!).ShouldContain("Filled in");
    }

    [Fact, MatrixRow("PD-10", NearMiss = true)]
    public void A_form_without_fields_is_not_named() => SomeFile.Sanitise("a.pdf", new SomePdf().Catalogue("/AcroForm<</Fields[]>>").Build()).Outcome.ShouldBe(Outcome.Clean);

    [Fact, MatrixRow("PD-10")]
    public void A_check_box_shows_its_state()
    {
        var pdf = new SomePdf().Page("/Annots[6 0 R]").Catalogue("/AcroForm<</Fields[6 0 R]>>").Add("<</Type/Annot/Subtype/Widget/FT/Btn/Rect[72 500 172 520]/AS/Yes/AP<</N<</Yes 7 0 R/Off 8 0 R>>>>>>")
            .AddStream("/Subtype/Form/BBox[0 0 100 20]/Resources<</Font<</F1 5 0 R>>>>", "BT /F1 12 Tf (Ticked) Tj ET").AddStream("/Subtype/Form/BBox[0 0 100 20]/Resources<</Font<</F1 5 0 R>>>>", "BT /F1 12 Tf (Empty) Tj ET");
        var text = PdfOutput.Text(SomeFile.Sanitise("a.pdf", pdf.Build()).Output!);
        text.ShouldContain("Ticked");
        text.ShouldNotContain("Empty");
    }

    [Theory, MatrixRow("PD-11"), InlineData("Stamp"), InlineData("FreeText"), InlineData("Highlight"), InlineData("Ink"), InlineData("Text"), InlineData("Watermark"), InlineData("NewKind")]
    public void Notes_are_drawn_and_no_longer_notes(string kind)
    {
        var result = SomeFile.Sanitise("a.pdf", WithAnnotation("/Contents(Hidden words)/Subtype/" + kind + "/A<</S/JavaScript/JS(x)>>").Build());
        result.ShouldBeSafe("/" + kind, "Hidden words", "/JS");
        result.ActionOf("PD-11").ShouldBe(FindingAction.Rewritten);
        PdfOutput.Text(result.Output!).ShouldContain("Filled in");
    }

    [Theory, MatrixRow("PD-11"), InlineData("/F 2"), InlineData("/F 32")]
    public void A_hidden_note_is_not_brought_to_light(string flag)
    {
        var result = SomeFile.Sanitise("a.pdf", WithAnnotation("/Subtype/Stamp" + flag).Build());
        PdfOutput.Text(result.Output!).ShouldNotContain("Filled in");
        result.ActionOf("PD-11").ShouldBe(FindingAction.Removed);
    }

    [Fact, MatrixRow("PD-11", NearMiss = true)]
    public void A_link_inside_the_document_is_no_note() =>
        SomeFile.Sanitise("a.pdf", new SomePdf().Page("/Annots[<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/Dest[3 0 R/Fit]>>]").Build()).Outcome.ShouldBe(Outcome.Clean);

    [Fact, MatrixRow("PD-12")]
    public void A_signature_goes_and_its_signer_is_named()
    {
        var result = SomeFile.Sanitise("a.pdf", WithAnnotation("/Subtype/Widget/FT/Sig/V 8 0 R").Catalogue("/AcroForm<</Fields[6 0 R]/SigFlags 3>>/Perms<</DocMDP 8 0 R>>/DSS<</Certs[]>>")
            .Add("<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/adbe.pkcs7.detached/Name(Taro Yamada)/ByteRange[0 1 2 3]/Contents<00>>>").Build());
        result.ShouldBeSafe("/Sig", "/ByteRange", "/DSS", "/Perms");
        result.Findings.ShouldContain(f => f.Rule == "PD-12" && f.Arguments.Values.Contains("Taro Yamada"), result.Describe());
    }

    [Fact, MatrixRow("PD-12", NearMiss = true)]
    public void A_field_nobody_signed_is_no_signature() => SomeFile.Sanitise("a.pdf", WithAnnotation("/Subtype/Widget/FT/Sig").Catalogue("/AcroForm<</Fields[6 0 R]>>").Build()).Has("PD-12").ShouldBeFalse();

    [Theory, MatrixRow("PD-20"), InlineData("/OutputIntents[<</S/GTS_PDFA1/Info(http://evil.example/)>>]"), InlineData("/SpiderInfo<</V 1.0/C[]>>"), InlineData("/PieceInfo<</App<</Private(x)>>>>"), InlineData("/Names<</URLS<</Names[(a)5 0 R]>>/IDS<</Names[(a)5 0 R]>>>>")]
    public void Data_of_programs_and_links_outward_go(string entries)
    {
        var result = SomeFile.Sanitise("a.pdf", new SomePdf().Catalogue(entries).Build());
        result.ShouldBeSafe("/OutputIntents", "/SpiderInfo", "/PieceInfo", "/URLS", "/IDS", "evil");
        result.ActionOf("PD-20").ShouldBe(FindingAction.Removed);
    }

    [Fact, MatrixRow("PD-20")]
    public void A_form_that_stands_for_a_page_of_another_file_shows_its_own_content()
    {
        var result = SomeFile.Sanitise("a.pdf", new SomePdf().Resources("/XObject<</X1 6 0 R>>").Content("/X1 Do").AddStream("/Subtype/Form/BBox[0 0 612 792]/Ref<</F(\\\\\\\\evil\\\\x.pdf)/Page 0>>/OPI<</2.0<</F(y)>>>>/Resources<</Font<</F1 5 0 R>>>>", "BT /F1 12 Tf 72 700 Td (Proxy) Tj ET").Build());
        result.ShouldBeSafe("/Ref", "/OPI", "evil");
        result.Has("PD-20").ShouldBeTrue(result.Describe());
        PdfOutput.Text(result.Output!).ShouldContain("Proxy");
    }

    [Fact, MatrixRow("PD-20", NearMiss = true)]
    public void A_plain_form_is_kept_without_a_word()
    {
        var result = SomeFile.Sanitise("a.pdf", new SomePdf().Resources("/XObject<</X1 6 0 R>>").Content("/X1 Do").AddStream("/Subtype/Form/BBox[0 0 612 792]/Resources<</Font<</F1 5 0 R>>>>", "BT /F1 12 Tf 72 700 Td (Form) Tj ET").Build());
        result.Outcome.ShouldBe(Outcome.Clean, result.Describe());
        PdfOutput.Text(result.Output!).ShouldContain("Form");
    }

    [Fact, MatrixRow("PD-22")]
    public void Metadata_goes()
    {
        var result = SomeFile.Sanitise("a.pdf", new SomePdf().Trailer("/Info 6 0 R").Catalogue("/Metadata 7 0 R").Page("/Thumb 8 0 R/LastModified(D:2020)").Add("<</Author(Secret person)/Producer(x)>>")
            .AddStream("/Type/Metadata/Subtype/XML", "<x:xmpmeta>Secret person</x:xmpmeta>").AddStream("/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8", "x").Build());
        result.ShouldBeSafe("Secret", "/Info", "/Metadata", "/Thumb", "xmpmeta");
        result.ActionOf("PD-22").ShouldBe(FindingAction.Removed);
    }

    [Fact, MatrixRow("PD-22", NearMiss = true)]
    public void A_document_without_metadata_is_clean() => SomeFile.Sanitise("a.pdf", new SomePdf().Catalogue("/Lang(ja-JP)/PageLabels<</Nums[0<</S/r/P(A-)>>]>>").Build()).Outcome.ShouldBe(Outcome.Clean);
}
