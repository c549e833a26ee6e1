using System.IO.Compression;
using System.Text;
using Sekisho.Tests.Sanitizing.Files;
using Sekisho.Tests.Support;
using Sekisho.Verifying;

namespace Sekisho.Tests.Verifying;

/// <summary>
/// What a rebuilder that forgot one rule would write: an honest output with exactly one thing let through, packed by the same canonical
/// writer. The verifier must refuse each, and must accept the honest one (so that the refusal means something).
/// </summary>
public class SeededDefectTests
{
    private const string Rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    private static byte[] Docx() => SomeFile.Sanitise("a.docx", SomeOffice.Docx("<w:p><w:r><w:t>本文</w:t></w:r></w:p><w:p><w:hyperlink r:id=\"rId7\"><w:r><w:t>リンク</w:t></w:r></w:hyperlink></w:p>").MainRel("rId7", "hyperlink", "https://example.jp/", true).Build()).Output!;
    private static byte[] Xlsx() => SomeFile.Sanitise("a.xlsx", SomeOffice.Xlsx("<row r=\"1\"><c r=\"A1\"><f>SUM(B1:B2)</f><v>1</v></c></row>").Build()).Output!;
    private static byte[] Pptx() => SomeFile.Sanitise("a.pptx", SomeOffice.Pptx("").Build()).Output!;

    [Fact, MatrixRow("E3", NearMiss = true)]
    public void Honest_outputs_are_accepted()
    {
        Accept(Docx(), "docx");
        Accept(Xlsx(), "xlsx");
        Accept(Pptx(), "pptx");
        Accept(SomeFile.Sanitise("a.png", SomePicture.Png()).Output!, "png");
        Accept(SomeFile.Sanitise("a.jpg", SomePicture.Jpeg()).Output!, "jpeg");
        Accept(SomeFile.Sanitise("a.csv", "品名,数量\r\nペン,=1+1\r\n"u8.ToArray()).Output!, "csv");
        Accept(SomeFile.Sanitise("a.zip", SomeZip.Of(("資料/メモ.txt", "本文"u8.ToArray()), ("a.png", SomePicture.Png()))).Output!, "zip");
    }

    public static TheoryData<string, string, string> WordDefects => new()
    {
        { "ole element", "</w:p>", "<w:r><w:object/></w:r></w:p>" }, { "control", "</w:p>", "<w:r><w:control w:name=\"x\"/></w:r></w:p>" }, { "dde field", "</w:p>", "<w:r><w:instrText> DDEAUTO c:\\\\x </w:instrText></w:r></w:p>" },
        { "link picture field", "</w:p>", "<w:r><w:instrText>INCLUDEPICTURE x</w:instrText></w:r></w:p>" }, { "altChunk", "</w:body>", "<w:altChunk r:id=\"rId1\"/></w:body>" }, { "event", "<w:p>", "<w:p onclick=\"x\">" },
        { "alternate", "</w:body>", "<mc:AlternateContent xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"/></w:body>" }, { "data binding", "</w:p>", "<w:dataBinding/></w:p>" }, { "comment", "<w:body>", "<!-- x --><w:body>" }, { "doctype", "<w:document", "<!DOCTYPE x><w:document" },
        { "unknown vocabulary", "<w:body>", "<w:body xmlns:we=\"http://schemas.microsoft.com/office/webextensions/webextension/2010/11\">" },
    };

    [Theory, MatrixRow("E3"), MemberData(nameof(WordDefects))]
    public void A_word_part_with_one_thing_let_through_is_refused(string defect, string find, string replace) =>
        Refuse(Change(Docx(), "word/document.xml", t => ReplaceFirst(t, find, replace)), "docx", defect);

    [Theory, MatrixRow("E3"), InlineData("WEBSERVICE(A1)"), InlineData("cmd|'/c calc'!A0"), InlineData("[1]S!A1"), InlineData("'C:\\x[b]S'!A1"), InlineData("_xlfn.RTD(\"a\")")]
    public void A_formula_let_through_is_refused(string formula) => Refuse(Change(Xlsx(), "xl/worksheets/sheet1.xml", t => t.Replace("SUM(B1:B2)", formula, StringComparison.Ordinal)), "xlsx", formula);

    [Fact, MatrixRow("E3")]
    public void A_name_that_runs_by_itself_is_refused() =>
        Refuse(Change(Xlsx(), "xl/workbook.xml", t => ReplaceFirst(t, "</x:workbook>", "<x:definedNames><x:definedName name=\"_xlnm.Auto_Open\">A1</x:definedName></x:definedNames></x:workbook>")), "xlsx", "Auto_Open");

    [Fact, MatrixRow("E3")]
    public void A_macro_project_let_through_is_refused()
    {
        byte[] project = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 1, 2, 3];
        Refuse(Repack(Docx(), more: [("word/vbaProject.bin", project)]), "docx", "vbaProject");
        Refuse(Repack(Docx(), more: [("word/media/image1.png", project)]), "docx", "cfb as png");
        Refuse(Change(Docx(), "[Content_Types].xml", t => t.Replace("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", "application/vnd.ms-word.document.macroEnabled.main+xml", StringComparison.Ordinal)), "docx", "flavour");
    }

    [Theory, MatrixRow("E3"), InlineData("attachedTemplate", "http://evil.example/"), InlineData("image", "http://evil.example/x.png"), InlineData("hyperlink", "file:///c:/x"), InlineData("hyperlink", "\\\\evil\\x"), InlineData("oleObject", "/word/document.xml"), InlineData("control", "/word/document.xml"), InlineData("image", "/word/media/none.png")]
    public void A_relationship_let_through_is_refused(string type, string target) =>
        Refuse(Change(Docx(), "word/_rels/document.xml.rels", t => ReplaceFirst(t, "</Relationships>", $"<Relationship Id=\"x\" Type=\"{Rel}{type}\" Target=\"{target}\"{(target.Contains("evil", StringComparison.Ordinal) ? " TargetMode=\"External\"" : "")}/></Relationships>")), "docx", type + target);

    [Fact, MatrixRow("E3")]
    public void A_slide_action_let_through_is_refused() =>
        Refuse(Change(Pptx(), "ppt/slides/slide1.xml", t => ReplaceFirst(t, "<p:cNvPr id=\"1\" name=\"\"/>", "<p:cNvPr id=\"1\" name=\"\"><a:hlinkClick xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" action=\"ppaction://program\"/></p:cNvPr>")), "pptx", "program");

    [Fact, MatrixRow("E3")]
    public void Bytes_behind_the_end_are_refused()
    {
        Refuse([.. Docx(), 0], "docx", "zip tail");
        Refuse([.. SomeFile.Sanitise("a.png", SomePicture.Png()).Output!, 1], "png", "png tail");
        Refuse([.. SomeFile.Sanitise("a.jpg", SomePicture.Jpeg()).Output!, 1], "jpeg", "jpeg tail");
    }

    [Fact, MatrixRow("E3")]
    public void Pictures_with_metadata_are_refused()
    {
        Refuse(SomePicture.Png(8, 6, ("tEXt", "Comment\0x"u8.ToArray())), "png", "text chunk");
        Refuse(SomePicture.JpegWithExif("x"), "jpeg", "exif");
    }

    [Fact, MatrixRow("E3")]
    public void Texts_and_tables_are_refused_for_what_they_hide()
    {
        Refuse("a,=1+1\r\n"u8.ToArray(), "csv", "formula");
        Refuse("a;\"  @SUM(1)\"\r\n"u8.ToArray(), "csv", "at");
        Refuse(Encoding.UTF8.GetBytes("請求\u202Efdp"), "text", "direction");
        Refuse("\x1B[2J"u8.ToArray(), "text", "terminal");
        Refuse("%PDF-1.7"u8.ToArray(), "text", "pdf");
    }

    [Fact, MatrixRow("E3")]
    public void An_archive_is_refused_for_its_worst_child() => Refuse(Repack(SomeFile.Sanitise("a.zip", SomeZip.Of(("a.txt", "x"u8.ToArray()))).Output!, more: [("b.exe", "MZ"u8.ToArray())]), "zip", "exe");

    [Theory, MatrixRow("E3"),
     InlineData("Content-Type: text/plain; charset=utf-8", "Content-Type: text/html; charset=utf-8"), InlineData("Subject: x", "Subject: x\r\nX-Evil: 1"), InlineData("hello", "hello\nbare"), InlineData("Subject: x", "Subject: =?UTF-8?B?YQ0KQmNjOiB4?="), InlineData("filename=\"a.txt\"", "filename=\"a.exe\"")]
    public void A_mail_with_one_thing_let_through_is_refused(string find, string replace)
    {
        const string mail = "Date: Sat, 21 Nov 2026 10:00:00 +0900\r\nFrom: a@example.jp\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed;\r\n boundary=\"=_1\"\r\n\r\n--=_1\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 7bit\r\n\r\nhello\r\n--=_1\r\nContent-Type: text/plain\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment;\r\n filename=\"a.txt\"\r\n\r\naGVsbG8=\r\n--=_1--\r\n";
        Accept(Encoding.ASCII.GetBytes(mail), "eml");
        Refuse(Encoding.ASCII.GetBytes(ReplaceFirst(mail, find, replace)), "eml", replace);
    }

    private static byte[] Corpus(string name) => new FileCase(Path.Combine(FileCase.Root, name)).Run().Output!;

    public static TheoryData<string, string, string> OdfDefects => new()
    {
        { "script", "</office:body>", "</office:body><office:scripts/>" }, { "event", "<text:p ", "<office:event-listeners/><text:p " }, { "ole", "<text:p ", "<draw:object-ole xlink:href=\"./Object 1\"/><text:p " }, { "section elsewhere", "<text:p ", "<text:section-source xlink:href=\"x.odt\"/><text:p " },
        { "frame", "<text:p ", "<draw:floating-frame/><text:p " }, { "dde", "<text:p ", "<text:dde-connection/><text:p " }, { "form", "<text:p ", "<office:forms/><text:p " }, { "macro link", "https://example.jp/", "vnd.sun.star.script:x" }, { "picture elsewhere", "<text:p ", "<draw:image xlink:href=\"http://evil.example/x.png\"/><text:p " },
        { "comment", "<text:p ", "<!-- x --><text:p " }, { "doctype", "<office:document-content", "<!DOCTYPE x><office:document-content" }, { "attribute", "<text:p ", "<text:p onclick=\"x\" " },
    };

    [Theory, MatrixRow("E3"), MemberData(nameof(OdfDefects))]
    public void An_odf_part_with_one_thing_let_through_is_refused(string defect, string find, string replace)
    {
        var odt = Corpus("OD-01,OD-03,OD-04,OD-07,OD-09,OD-10,OD-11_kept-plain-text-document");
        Accept(odt, "odt");
        Refuse(Change(odt, "content.xml", t => ReplaceFirst(t, find, replace)), "odt", defect);
    }

    [Theory, MatrixRow("E3"), InlineData("of:=WEBSERVICE(1)"), InlineData("of:=DDE(1)"), InlineData("of:=['file:///c:/x'#$S.A1]")]
    public void An_odf_formula_let_through_is_refused(string formula)
    {
        var ods = Corpus("OD-02,OD-05,OD-08_kept-table");
        Accept(ods, "ods");
        Refuse(Change(ods, "content.xml", t => ReplaceFirst(t, "of:=[.B2]*2", formula)), "ods", formula);
    }

    [Fact, MatrixRow("E3")]
    public void An_odf_entry_nobody_listed_is_refused() => Refuse(Repack(Corpus("OD-02,OD-05,OD-08_kept-table"), more: [("Basic/Module1.xml", "<x/>"u8.ToArray())]), "ods", "Basic");

    [Theory, MatrixRow("E3"), InlineData("SUMMARY:", "ATTACH:x\r\nSUMMARY:"), InlineData("SUMMARY:", "URL:x\r\nSUMMARY:"), InlineData("SUMMARY:", "RRULE:FREQ=SECONDLY\r\nSUMMARY:"), InlineData("SUMMARY:", "DESCRIPTION:https://evil.example/\r\nSUMMARY:"), InlineData("BEGIN:VEVENT", "METHOD:REQUEST\r\nBEGIN:VEVENT"), InlineData("END:VEVENT", "BEGIN:VALARM\r\nACTION:AUDIO\r\nEND:VALARM\r\nEND:VEVENT")]
    public void A_calendar_with_one_thing_let_through_is_refused(string find, string replace)
    {
        var ics = Encoding.UTF8.GetString(Corpus("IC-01_kept-written-by-us"));
        Accept(Encoding.UTF8.GetBytes(ics), "ics");
        Refuse(Encoding.UTF8.GetBytes(ReplaceFirst(ics, find, replace)), "ics", replace);
    }

    [Theory, MatrixRow("E3"), InlineData("TEL", "URL:x\r\nTEL"), InlineData("TEL", "PHOTO;VALUE=uri:x\r\nTEL"), InlineData("TEL", "NOTE:http://evil.example/\r\nTEL")]
    public void A_contact_with_one_thing_let_through_is_refused(string find, string replace)
    {
        var vcf = Encoding.UTF8.GetString(Corpus("VC-01_kept-old-shift-jis"));
        Accept(Encoding.UTF8.GetBytes(vcf), "vcf");
        Refuse(Encoding.UTF8.GetBytes(ReplaceFirst(vcf, find, replace)), "vcf", replace);
    }

    private static void Accept(byte[] output, string type)
    {
        var result = OutputVerifier.Verify(output, type);
        result.Ok.ShouldBeTrue(type + ": " + string.Join(" ", result.Forbidden));
        result.Digest.ShouldBe(Sekisho.Kernel.Digest.Of(output));
    }

    private static void Refuse(byte[] output, string type, string defect)
    {
        var result = OutputVerifier.Verify(output, type);
        result.Ok.ShouldBeFalse(defect);
        result.Forbidden.ShouldNotBeEmpty(defect);
    }

    private static string ReplaceFirst(string text, string find, string replace)
    {
        var at = text.IndexOf(find, StringComparison.Ordinal);
        at.ShouldBeGreaterThanOrEqualTo(0, find);
        return text[..at] + replace + text[(at + find.Length)..];
    }

    private static byte[] Change(byte[] package, string part, Func<string, string> change) => Repack(package, part, change);

    /// <summary>The defect goes through the product's own canonical writer, so only the defect can be what is refused.</summary>
    private static byte[] Repack(byte[] package, string? part = null, Func<string, string>? change = null, (string Name, byte[] Data)[]? more = null)
    {
        var writer = new Sekisho.Sanitizing.Containers.ZipWriter();
        using (var zip = new ZipArchive(new MemoryStream(package)))
            foreach (var entry in zip.Entries)
            {
                using var stream = entry.Open();
                var data = new MemoryStream();
                stream.CopyTo(data);
                writer.Add(entry.FullName, entry.FullName == part ? Encoding.UTF8.GetBytes(change!(Encoding.UTF8.GetString(data.ToArray()))) : data.ToArray(), entry.FullName.Contains("/media/", StringComparison.Ordinal));
            }
        foreach (var (name, data) in more ?? []) writer.Add(name, data);
        return writer.Finish();
    }
}
