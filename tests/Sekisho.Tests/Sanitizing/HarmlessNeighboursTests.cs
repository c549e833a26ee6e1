using System.Text;
using Sekisho.Kernel;
using Sekisho.Kernel.Workers;
using Sekisho.Sanitizing;
using Sekisho.Tests.Sanitizing.Files;
using Sekisho.Tests.Support;
using Sekisho.Verifying;

namespace Sekisho.Tests.Sanitizing;

/// <summary>Harmless files of the shape a rule looks for: they come out, and nothing is said to have been removed from them.</summary>
public class HarmlessNeighboursTests
{
    private static FileResult Kept(string name, byte[] bytes, FilePolicy? policy = null, SanitiseLimits? limits = null)
    {
        var result = SomeFile.Sanitise(name, bytes, policy, limits);
        result.Outcome.ShouldBe(Outcome.Clean, name + " " + result.Describe());
        OutputVerifier.Verify(result.Output!, result.OutputType).Forbidden.ShouldBeEmpty(name);
        return result;
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static string Words(FileResult result) => Encoding.UTF8.GetString(result.Output!);

    [Theory, MatrixRow("TX-02", "TX-04", "TX-05", NearMiss = true)]
    [InlineData("一行目\r\n\t字下げ\r\n二行目\f次の頁\r\n"), InlineData("葛󠄀城市 辻󠄀さん"), InlineData("👨‍👩‍👧 家族"), InlineData("لا العربية עברית")]
    public void Text_of_every_script_stays(string text) => Words(Kept("文.txt", Utf8(text))).ShouldBe(text);

    [Theory, MatrixRow("CV-02", "CV-03", "CV-04", NearMiss = true)]
    [InlineData("題,説明\r\n関数,HYPERLINK( と WEBSERVICE( の使い方\r\n命令,cmd|の説明\r\n"), InlineData("a,\"二行の\nセル\"\r\n\"引用 \"\"符\"\"\",b\r\n"), InlineData("名前,ID\r\nsep=;,1\r\n"), InlineData("ID番号,名前\r\n1,山田\r\n")]
    public void Tables_that_talk_about_formulas_stay(string csv) => Words(Kept("表.csv", Utf8(csv))).ShouldBe(csv);

    [Fact, MatrixRow("HT-01", "HT-04", NearMiss = true)]
    public void A_page_about_scripts_gives_its_words()
    {
        var result = SomeFile.Sanitise("a.html", Utf8("<html><body><p class=\"onload\">javascript: とは script 要素に書く言語です。画像 (https の img) は使いません。</p></body></html>"));
        result.Has("HT-01").ShouldBeFalse(result.Describe());
        result.Has("HT-04").ShouldBeFalse();
        Words(result).ShouldContain("javascript: とは");
    }

    [Theory, MatrixRow("NM-05", "NM-08", "NM-09", "NM-10", "NM-12", "ID-07", NearMiss = true)]
    [InlineData("議事録　（案）.txt"), InlineData("CONTENTS.txt"), InlineData("aux_data.txt"), InlineData("午前９：００.txt"), InlineData("とても長いけれど上限には届かない名前の、市民説明会で配った資料の一覧.txt"), InlineData("README")]
    public void Names_like_those_that_are_changed_stay(string name) => Kept(name, Utf8("本文です。\r\n")).OutputName.ShouldBe(name);

    [Fact, MatrixRow("NM-01", "NM-02", "NM-03", "ZP-02", "ZP-03", "ZP-04", "ZP-06", NearMiss = true)]
    public void An_ordinary_archive_stays()
    {
        var zip = new SomeZip().Add("資料/議事録.txt", Utf8("一")).Add("資料/議事録1.txt", Utf8("二")).Add("資料/a..b.txt", Utf8("三"));
        zip.Add(new SomeZip.Entry("plain.txt"u8.ToArray(), Utf8("stored")) { Stored = true, UnixMode = 0x81A4 });
        var result = Kept("資料.zip", zip.Build());
        OfficeOutput.Parts(result.Output!).Keys.ShouldBe(["資料/議事録.txt", "資料/議事録1.txt", "資料/a..b.txt", "plain.txt"], ignoreOrder: true);
    }

    [Theory, MatrixRow("IM-01", "IM-02", "IM-04", "IM-05", "IM-06", "IM-07", "ID-04", "ID-05", "LM-09", NearMiss = true)]
    [InlineData("png"), InlineData("jpg"), InlineData("gif"), InlineData("bmp"), InlineData("tif"), InlineData("webp")]
    public void A_picture_that_carries_nothing_loses_nothing(string extension)
    {
        var bytes = extension switch { "png" => SomePicture.Png(), "jpg" => SomePicture.Jpeg(), "gif" => SomePicture.Gif(), "bmp" => SomePicture.Bmp(), "tif" => SomePicture.Tiff(), _ => SomePicture.BareWebp() };
        var result = SomeFile.Sanitise("絵." + extension, bytes);
        result.Output.ShouldNotBeNull(result.Describe());
        result.Findings.ShouldAllBe(f => f.Action != FindingAction.Removed, result.Describe());
    }

    [Fact, MatrixRow("ID-01", "ID-06", NearMiss = true)]
    public void A_document_whose_words_look_like_another_format_is_none() =>
        PdfOutput.Text(Kept("a.pdf", new SomePdf().Content("BT /F1 24 Tf 72 700 Td (PK archive and MZ program and <html>) Tj ET").Build()).Output!).ShouldContain("PK archive and MZ program");

    [Theory, MatrixRow("BK-04", "BK-06", "CB-01", "DK-01", "IM-11", "IM-14", NearMiss = true)]
    [InlineData("OneNoteの使い方.txt"), InlineData("秘密鍵の管理手順.txt"), InlineData("iso9001.txt"), InlineData("eps配布資料.txt"), InlineData("mp4の規格.txt")]
    public void Texts_about_what_is_blocked_stay(string name) => Kept(name, Utf8("PRIVATE KEY は金庫に、ISO イメージは倉庫に、%!PS は本文の途中に。\r\n"));

    /// <summary>The first characters are those by which a program knows a format; the rest reads as words.</summary>
    [Theory, MatrixRow("JP-02", "JP-03", "JP-05", "JP-06", "JP-10", "IM-12", "BK-01", NearMiss = true)]
    [InlineData("図面.txt", "AC1018 という版の DWG 図面を、七月末までに PDF で出してください。\r\n"), InlineData("設定.txt", "JwwData. で始まる図面(JWW)の線の色\r\n"), InlineData("素材.txt", "8BPS は Photoshop の素材です。\r\n"),
     InlineData("日程.txt", "070701 夏祭りの準備会\r\n"), InlineData("花子.txt", "花子(jhd)と三四郎(jsd)の文書は一太郎で開いて PDF にします。\r\n"), InlineData("DocuWorks.txt", "xdw と xbd は DocuWorks の文書です。\r\n"), InlineData("EPUB.txt", "mimetypeapplication/epub+zip と書かれた電子書籍\r\n")]
    public void Texts_that_begin_like_a_format_that_is_not_passed_on_stay(string name, string text) => Words(Kept(name, Utf8(text))).ShouldBe(text);

    [Fact, MatrixRow("IM-08", NearMiss = true)]
    public void A_photo_of_a_telephone_is_seen_as_it_was()
    {
        var folder = SomeTool.Folder();
        try
        {
            File.WriteAllBytes(Path.Combine(folder, "a.png"), SomePicture.Png(24, 16));
            SomeTool.Run(folder, "/usr/bin/vips", "copy", "a.png", "a.heic[lossless]");
            var result = SomeFile.Sanitise("写真.heic", File.ReadAllBytes(Path.Combine(folder, "a.heic")));
            result.Findings.ShouldHaveSingleItem().Action.ShouldBe(FindingAction.Rewritten, result.Describe());
            var shape = Sekisho.Sanitizing.Identification.JpegWalk.Read(result.Output!)!;
            (result.OutputName, shape.Width, shape.Height).ShouldBe(("写真.jpg", 24, 16));
        }
        finally { Directory.Delete(folder, true); }
    }

    [Fact, MatrixRow("IM-10", NearMiss = true)]
    public void A_drawing_of_commands_that_can_be_drawn_is_a_picture_of_the_same_pixels()
    {
        var picture = SomePicture.Png(20, 10);
        var result = SomeFile.Sanitise("図.wmf", [0xD7, 0xCD, 0xC6, 0x9A, .. new byte[60]], tools: new Drawn(picture));
        result.Findings.ShouldHaveSingleItem().Action.ShouldBe(FindingAction.Drawn, result.Describe());
        result.Output.ShouldBe(SomeFile.Sanitise("図.png", picture).Output);
    }

    private sealed class Drawn(byte[] picture) : INativeTools
    {
        public Untrusted<byte[]>? Run(NativeTool tool, ReadOnlyMemory<byte> input) => tool is NativeTool.MetafileToPng ? new(picture) : new VipsTools().Run(tool, input);
    }

    [Fact, MatrixRow("RT-06", NearMiss = true)]
    public void Words_about_pictures_in_a_text_are_no_picture()
    {
        var log = new FindingLog();
        var rtf = "{\\rtf1\\ansi \\\\pict \\{\\\\wmetafile8\\} \\par}"u8.ToArray();
        Encoding.Latin1.GetString(Sekisho.Sanitizing.Rtf.RtfStrip.Run(rtf, "a.rtf", log)).ShouldContain("\\\\pict \\{\\\\wmetafile8\\}");
        log.Lines.ShouldNotContain(f => f.Rule == "RT-06");
    }

    [Fact, MatrixRow("MB-09", NearMiss = true)]
    public void An_attachment_named_like_a_note_is_no_note()
    {
        var result = Mail.Treat.Of(new Sekisho.Mime.Parts.MultipartPart("mixed", [new Sekisho.Mime.Parts.TextPart("本文"), new Sekisho.Mime.Parts.FilePart("予定.遮断.txt", "text/plain", Utf8("外壁の遮断工事\r\n"))]));
        result.Parts.ShouldHaveSingleItem().IsNote.ShouldBeFalse();
        (result.Parts[0].OutputName, Encoding.UTF8.GetString(result.Parts[0].Output)).ShouldBe(("予定.遮断.txt", "外壁の遮断工事\r\n"));
    }

    [Fact, MatrixRow("ID-03", "OX-30", NearMiss = true)]
    public void A_macro_flavour_that_says_so_is_written_as_the_plain_one()
    {
        var result = SomeFile.Sanitise("a.docm", SomeOffice.Docx(SomeOffice.P("本文"), "application/vnd.ms-word.document.macroEnabled.main+xml").Build());
        result.OutputName.ShouldBe("a.docx");
        (result.Has("ID-03"), result.Has("OX-30")).ShouldBe((false, false));
    }

    [Fact, MatrixRow("OX-01", "OX-03", "OX-06", "OX-13", "OX-14", "OX-15", "OX-23", NearMiss = true)]
    public void A_document_that_only_talks_about_macros_stays() =>
        OfficeOutput.Text(Kept("手引.docx", SomeOffice.Docx(SomeOffice.P("vbaProject.bin と activeX、attachedTemplate、customUI、webextension、altChunk、_xmlsignatures/origin.sigs を含む文書は受け取れません。") + "<w:p><w:hyperlink w:anchor=\"s1\"><w:r><w:t>文書の中へ</w:t></w:r></w:hyperlink><w:bookmarkStart w:id=\"0\" w:name=\"s1\"/><w:bookmarkEnd w:id=\"0\"/></w:p>").Build()).Output!, "word/document.xml").ShouldContain("w:anchor=\"s1\"");

    [Fact, MatrixRow("OX-04", "OX-17", "OX-19", NearMiss = true)]
    public void Headers_and_pictures_of_a_document_stay()
    {
        const string drawing = "<w:p><w:r><w:drawing><wp:inline><wp:extent cx=\"9\" cy=\"9\"/><wp:docPr id=\"1\" name=\"図\"/><a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic><pic:nvPicPr><pic:cNvPr id=\"0\" name=\"図\"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed=\"rId5\"/></pic:blipFill><pic:spPr/></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>";
        var docx = SomeOffice.Docx(drawing + "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId6\"/></w:sectPr>").Part("word/media/i.png", SomePicture.Png()).MainRel("rId5", "image", "media/i.png").MainRel("rId6", "header", "header1.xml")
            .Part("word/header1.xml", $"<w:hdr xmlns:w=\"{SomeOffice.W}\"><w:p><w:r><w:t>見出し</w:t></w:r></w:p></w:hdr>", "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml");
        var parts = OfficeOutput.Parts(Kept("図.docx", docx.Build()).Output!);
        parts.Keys.ShouldContain("word/media/image1.png");
        Encoding.UTF8.GetString(parts["word/header1.xml"]).ShouldContain("見出し");
    }

    [Fact, MatrixRow("OX-25", "OX-27", "LM-12", NearMiss = true)]
    public void The_strict_flavour_and_other_encodings_of_xml_are_the_same_document()
    {
        Kept("a.docx", SomeOffice.Docx(SomeOffice.P("厳格")).Zip(strict: true).Build());
        byte[] utf16 = [0xFF, 0xFE, .. Encoding.Unicode.GetBytes($"<?xml version=\"1.0\" encoding=\"UTF-16\"?><w:document xmlns:w=\"{SomeOffice.W}\"><w:body><w:p><w:r><w:t>&lt;!DOCTYPE と &amp;entity; の説明</w:t></w:r></w:p></w:body></w:document>")];
        var docx = SomeOffice.Docx("").Instead("word/document.xml", "<x/>");
        OfficeOutput.Text(Kept("b.docx", docx.Instead("word/document.xml", utf16).Build()).Output!, "word/document.xml").ShouldContain("&lt;!DOCTYPE と");
    }

    [Fact, MatrixRow("OX-02", "OX-09", "OX-11", "OX-12", "OX-22", NearMiss = true)]
    public void A_workbook_that_only_refers_to_itself_stays()
    {
        const string rows = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>cmd|'/c calc'!A0 は危険</t></is></c><c r=\"B1\"><f>'集計'!C1+1</f><v>2</v></c><c r=\"C1\"><v>1</v></c></row>";
        var book = SomeOffice.Xlsx(rows, "<pageMargins left=\"1\" right=\"1\" top=\"1\" bottom=\"1\" header=\"0\" footer=\"0\"/><pageSetup paperSize=\"9\" orientation=\"landscape\"/>", "<definedNames><definedName name=\"AutoOpenの説明\">'集計'!$A$1</definedName></definedNames>");
        var all = OfficeOutput.All(Kept("集計.xlsx", book.Build()).Output!);
        all.ShouldContain("C1+1");
        all.ShouldContain("AutoOpenの説明");
        all.ShouldContain("pageSetup");
    }

    /// <summary>Exactly at the limit is not above it.</summary>
    [Fact, MatrixRow("LM-01", "LM-02", "LM-03", "LM-04", "LM-05", "LM-06", "LM-08", "LM-10", "LM-11", NearMiss = true)]
    public void What_only_just_fits_passes()
    {
        var text = Utf8("ちょうど\r\n");
        Kept("a.txt", text, limits: new() { InputBytes = text.Length });
        Kept("a.zip", SomeZip.Of(("a.txt", text), ("b.txt", text)), limits: new() { EntriesPerArchive = 2, EntriesInTree = 2, ExpandedBytes = 4 * text.Length });
        Kept("c.zip", SomeZip.Of(("b.zip", SomeZip.Of(("a.zip", SomeZip.Of(("a.txt", text)))))), limits: new() { Depth = 3 });
        Kept("r.zip", SomeZip.Of(("a.txt", Utf8(string.Concat(Enumerable.Repeat("一二三四五六七八九十\r\n", 2_000))))), limits: new() { RatioFrom = 64_000, Ratio = 200 });
        SomeFile.Sanitise("a.png", SomePicture.Png(8, 6), limits: new() { Side = 8, Pixels = 48 }).Output.ShouldNotBeNull();
        Kept("a.xlsx", SomeOffice.Xlsx("<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\"><v>2</v></c></row>").Build(), limits: new() { Cells = 2, Sheets = 1 });
        Kept("a.xml", Utf8("<?xml version=\"1.0\"?>\n<a><b><c x=\"1\">深さ三</c></b></a>\n"), limits: new() { XmlDepth = 3, XmlAttributes = 1 });
    }
}
