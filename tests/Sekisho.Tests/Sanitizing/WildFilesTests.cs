using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Sekisho.Kernel;
using Sekisho.Kernel.Workers;
using Sekisho.Sanitizing;
using Sekisho.Sanitizing.Identification;
using Sekisho.Tests.Sanitizing.Files;
using Sekisho.Tests.Support;
using Sekisho.Verifying;

namespace Sekisho.Tests.Sanitizing;

/// <summary>Oddities of files that are in use, found by running collections of other projects through the engine and rebuilt here small: they come out, and what looks like them and is hostile does not.</summary>
public class WildFilesTests
{
    private static readonly byte[] Theme = new SomeZip().Add("theme/theme1.xml", "<a/>").Build();

    private static FileKind[] Kinds(byte[] b) => Identifier.Identify(b, new(new())) is var found ? [found.Kind, .. found.Polyglot] : [];

    private static FileResult Delivered(string name, byte[] bytes, INativeTools? tools = null)
    {
        var result = SomeFile.Sanitise(name, bytes, tools: tools);
        result.Output.ShouldNotBeNull(result.Describe());
        OutputVerifier.Verify(result.Output!, result.OutputType, result.Outcome.ToString()).Forbidden.ShouldBeEmpty(name);
        return result;
    }

    [Fact, MatrixRow("ID-06", NearMiss = true)]
    public void An_old_document_that_carries_its_theme_as_a_zip_is_one_file()
    {
        var doc = SomeCompound.Holding(("WordDocument", new byte[600]), ("1Table", [.. new byte[40], .. Theme]));
        Kinds(doc).ShouldBe([FileKind.Doc]);
        Kinds([.. doc, .. Theme]).ShouldBe([FileKind.Zip, FileKind.Doc], ignoreOrder: true);
    }

    [Fact, MatrixRow("ID-06", NearMiss = true)]
    public void A_zip_attached_to_a_pdf_is_no_second_face()
    {
        var pdf = new SomePdf().Catalogue("/Names<</EmbeddedFiles<</Names[(a.zip)6 0 R]>>>>").Add("<</Type/Filespec/F(a.zip)/EF<</F 7 0 R>>>>").AddStream("/Type/EmbeddedFile", Theme);
        var result = Delivered("a.pdf", pdf.Build());
        result.ActionOf("PD-08").ShouldBe(FindingAction.Removed);
        SomeFile.Sanitise("a.pdf", [.. pdf.Build(), .. Theme]).Output.ShouldBeNull();
    }

    [Fact, MatrixRow("IM-10", NearMiss = true)]
    public void A_metafile_without_its_outer_header_is_known() =>
        Kinds([1, 0, 9, 0, 0, 3, .. new byte[12], 3, 0, 0, 0, 0, 0, 0, 0]).ShouldBe([FileKind.Wmf]);

    [Fact, MatrixRow("IM-06", NearMiss = true)]
    public void Every_page_of_a_scan_becomes_a_page()
    {
        var result = Delivered("ファクス.tif", SomePicture.Tiff(3));
        result.OutputName.ShouldBe("ファクス.pdf");
        result.ActionOf("IM-06").ShouldBe(FindingAction.Rewritten);
        Encoding.Latin1.GetString(result.Output!).ShouldContain("/Count 3");
        var again = Delivered("ファクス.pdf", result.Output!);
        again.Outcome.ShouldBe(Outcome.Clean, again.Describe());
        again.Output.ShouldBe(result.Output);
    }

    [Fact, MatrixRow("ID-01", NearMiss = true)]
    public void A_picture_cut_short_comes_out_as_far_as_it_goes()
    {
        var jpeg = SomePicture.Jpeg(64, 64);
        foreach (var (name, bytes) in ((string, byte[])[])[("a.jpg", jpeg[..^30]), ("a.gif", SomePicture.Gif()[..^1])])
            Delivered(name, bytes).ActionOf("ID-01").ShouldBe(FindingAction.Rewritten, name);
        var scan = jpeg.AsSpan().IndexOf((byte[])[0xFF, 0xDA]);
        SomeFile.Sanitise("a.jpg", jpeg[..scan]).ShouldStopWith("ID-01");
    }

    [Fact, MatrixRow("IM-12", NearMiss = true)]
    public void An_icon_gives_its_largest_picture()
    {
        byte[] dib = [.. new byte[40], .. new byte[] { 255, 0, 0, 0, 0, 255, 0, 0 }, 0x80, 0, 0, 0, 0x40, 0, 0, 0];
        BinaryPrimitives.WriteInt32LittleEndian(dib, 40);
        BinaryPrimitives.WriteInt32LittleEndian(dib.AsSpan(4), 2);
        BinaryPrimitives.WriteInt32LittleEndian(dib.AsSpan(8), 2);
        (dib[12], dib[14]) = (1, 24);
        var png = SomePicture.Png(8, 6);
        foreach (var inner in (byte[][])[dib, png])
        {
            byte[] icon = [0, 0, 1, 0, 1, 0, 2, 2, 0, 0, 1, 0, 24, 0, .. BitConverter.GetBytes(inner.Length), 22, 0, 0, 0, .. inner];
            var result = Delivered("印.ico", icon);
            result.OutputName.ShouldBe("印.png");
            result.ActionOf("IM-12").ShouldBe(FindingAction.Rewritten);
        }
        SomeFile.Sanitise("印.ico", [0, 0, 1, 0, 1, 0, 2, 2, 0, 0, 1, 0, 24, 0, 255, 255, 0, 0, 22, 0, 0, 0, .. dib]).ShouldStopWith("IM-12");
    }

    [Fact, MatrixRow("IM-05", NearMiss = true)]
    public void A_bitmap_of_run_lengths_is_decoded()
    {
        // Two rows of four: four of colour 1; then three named one by one, the last left at colour 0.
        byte[] runs = [4, 1, 0, 0, 0, 3, 1, 0, 1, 0, 0, 1];
        var bmp = new byte[54 + 8 + runs.Length];
        "BM"u8.CopyTo(bmp);
        foreach (var (at, value) in ((int, int)[])[(2, bmp.Length), (10, 62), (14, 40), (18, 4), (22, 2), (30, 1), (46, 2)]) BinaryPrimitives.WriteInt32LittleEndian(bmp.AsSpan(at), value);
        (bmp[26], bmp[28]) = (1, 8);
        new byte[] { 0, 0, 0, 0, 255, 255, 255, 0 }.CopyTo(bmp, 54);
        runs.CopyTo(bmp, 62);
        Sekisho.Sanitizing.Images.BmpDecoder.Decode(bmp)!.Samples.ToArray().Where((_, i) => i % 3 == 0).ShouldBe([255, 0, 255, 0, 255, 255, 255, 255]);
        Delivered("a.bmp", bmp).OutputName.ShouldBe("a.png");
        runs[4] = 0; runs[5] = 200; // says more than there is
        runs.CopyTo(bmp, 62);
        SomeFile.Sanitise("a.bmp", bmp).ShouldStopWith("IM-05");
    }

    [Fact, MatrixRow("OD-10", NearMiss = true)]
    public void A_document_packed_again_by_hand_is_put_right()
    {
        var written = FileCase.All.First(c => c.Name.EndsWith("kept-plain-text-document", StringComparison.Ordinal)).Input;
        using var archive = new ZipArchive(new MemoryStream(written));
        var zip = new SomeZip();
        foreach (var entry in archive.Entries.Where(e => e.Length > 0).OrderBy(e => e.FullName, StringComparer.Ordinal))
        {
            var data = new MemoryStream();
            using (var from = entry.Open()) from.CopyTo(data);
            zip.Add(entry.FullName, data.ToArray());
        }
        var result = Delivered("書類.odt", zip.Build());
        result.ActionOf("OD-10").ShouldBe(FindingAction.Rewritten);
        result.OutputType.ShouldBe("odt");
    }

    [Fact, MatrixRow("ZP-04", NearMiss = true)]
    public void What_a_macintosh_packs_beside_the_files_goes()
    {
        byte[] attributes = [0, 5, 0x16, 7, 0, 2, 0, 0, .. new byte[40]];
        var result = Delivered("資料.zip", new SomeZip().Add("案内.txt", "本文").Add("__MACOSX/._案内.txt", attributes).Build());
        OfficeOutput.Parts(result.Output!).Keys.ShouldBe(["案内.txt"]);
        SomeFile.Sanitise("資料.zip", new SomeZip().Add("__MACOSX/._a.exe", [0x4D, 0x5A, .. new byte[60]]).Build()).Output.ShouldBeNull();
    }

    [Fact, MatrixRow("MI-03", NearMiss = true)]
    public void An_encoding_spelt_wrongly_that_means_none_is_read()
    {
        static byte[] Mail(string encoding) => Encoding.ASCII.GetBytes("From: a@example.jp\r\nTo: b@example.jp\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: text/plain\r\nContent-Transfer-Encoding: " + encoding + "\r\n\r\nHello there\r\n");
        Encoding.UTF8.GetString(Delivered("a.eml", Mail("7-bit")).Output!).ShouldContain("From: a@example.jp");
        SomeFile.Sanitise("a.eml", Mail("base85")).ShouldStopWith("MI-03", Outcome.Held);
    }

    [Fact, MatrixRow("MI-10", NearMiss = true)]
    public void A_mail_that_promises_parts_and_has_nothing_at_all_is_empty()
    {
        static byte[] Mail(string body) => Encoding.ASCII.GetBytes("From: a@example.jp\r\nTo: b@example.jp\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=q\r\n\r\n" + body);
        Delivered("a.eml", Mail("\r\n"));
        SomeFile.Sanitise("a.eml", Mail("words no part holds\r\n")).ShouldStopWith("MI-10", Outcome.Held);
    }

    [Theory, MatrixRow("TX-01", NearMiss = true)]
    [InlineData("a.html", "<html><head><meta charset=\"iso-8859-1\"></head><body><p>Caf\u00e9 \u00e0 c\u00f4t\u00e9 \u00e9t\u00e9</p></body></html>")]
    [InlineData("a.xml", "<?xml version='1.0' encoding='windows-1252'?><a xmlns=\"u\">Caf\u00e9 \u00e0 c\u00f4t\u00e9 \u00e9t\u00e9</a>")]
    public void A_set_that_is_declared_is_read_and_written_as_utf8(string name, string text)
    {
        var result = Delivered(name, Encoding.Latin1.GetBytes(text));
        result.Findings.ShouldContain(f => f.Rule == "TX-01" && f.Action == FindingAction.Rewritten);
        var written = Encoding.UTF8.GetString(result.Output!);
        written.ShouldContain("Caf\u00e9 \u00e0 c\u00f4t\u00e9 \u00e9t\u00e9");
        written.ShouldNotContain("windows-1252");
        SomeFile.Sanitise(result.OutputName, result.Output!).Output.ShouldBe(result.Output);
    }

    [Fact, MatrixRow("TN-01", NearMiss = true)]
    public void A_winmail_with_a_line_end_behind_it_is_read()
    {
        var tnef = FileCase.All.First(c => c.Name is "TN-01_winmail").Input;
        Delivered("winmail.dat", [.. tnef, 13, 10]).OutputType.ShouldBe("eml");
        SomeFile.Sanitise("winmail.dat", [.. tnef, 2, 10]).ShouldStopWith("TN-01");
    }

    private sealed class OneAnswer(NativeTool tool, byte[] answer) : INativeTools
    {
        public Untrusted<byte[]>? Run(NativeTool asked, ReadOnlyMemory<byte> input) => asked == tool ? new(answer) : null;
    }

    [Theory, MatrixRow("XM-01", NearMiss = true)]
    [InlineData("文.xml", "<?mso-application progid=\"Word.Document\"?><w:wordDocument xmlns:w=\"http://schemas.microsoft.com/office/word/2003/wordml\"><w:body/></w:wordDocument>")]
    [InlineData("文.fodt", "<office:document xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" office:mimetype=\"application/vnd.oasis.opendocument.text\"><office:body/></office:document>")]
    public void A_document_written_as_one_xml_file_is_converted(string name, string xml)
    {
        var tools = new OneAnswer(NativeTool.OfficeToDocx, SomeOffice.Docx(SomeOffice.P("本文")).Build());
        var result = Delivered(name, Encoding.UTF8.GetBytes("<?xml version=\"1.0\"?>" + xml), tools);
        result.OutputName.ShouldBe("文.docx");
        result.ActionOf("XM-01").ShouldBe(FindingAction.Rewritten);
        SomeFile.Sanitise(name, Encoding.UTF8.GetBytes("<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"b\">]>" + xml), tools: tools).ShouldStopWith("LM-12");
    }

    [Fact, MatrixRow("XM-01", "OX-01")]
    public void A_package_written_as_one_xml_file_is_put_back_and_rebuilt()
    {
        var package = SomeOffice.Docx(SomeOffice.P("本文"), "application/vnd.ms-word.document.macroEnabled.main+xml").Rel("word/document.xml", "rId7", "http://schemas.microsoft.com/office/2006/relationships/vbaProject", "vbaProject.bin");
        var flat = new StringBuilder("<?mso-application progid=\"Word.Document\"?><pkg:package xmlns:pkg=\"http://schemas.microsoft.com/office/2006/xmlPackage\">");
        flat.Append("<pkg:part pkg:name=\"/word/vbaProject.bin\" pkg:contentType=\"application/vnd.ms-office.vbaProject\"><pkg:binaryData>").Append(Convert.ToBase64String(new byte[600])).Append("</pkg:binaryData></pkg:part>");
        foreach (var (name, data) in OfficeOutput.Parts(package.Build()).Where(p => p.Key is not "[Content_Types].xml"))
            flat.Append("<pkg:part pkg:name=\"/" + name + "\" pkg:contentType=\"" + (name.EndsWith(".rels", StringComparison.Ordinal) ? "application/vnd.openxmlformats-package.relationships+xml" : "application/vnd.ms-word.document.macroEnabled.main+xml") + "\"><pkg:xmlData>")
                .Append(Encoding.UTF8.GetString(data).TrimStart('\uFEFF')).Append("</pkg:xmlData></pkg:part>");
        var result = Delivered("文.xml", Encoding.UTF8.GetBytes(flat.Append("</pkg:package>").ToString()), new NoTools());
        result.OutputName.ShouldBe("文.docx");
        result.Has("OX-01").ShouldBeTrue(result.Describe());
        OfficeOutput.Text(result.Output!, "word/document.xml").ShouldContain("本文");
        OfficeOutput.All(result.Output!).ShouldNotContain("vbaProject");
    }

    [Fact, MatrixRow("XM-01", NearMiss = true)]
    public void A_list_that_names_the_types_of_office_stays()
    {
        const string start = "<?xml version=\"1.0\"?>";
        Delivered("a.xml", Encoding.UTF8.GetBytes(start + "<types xmlns=\"u\"><match value=\"mso-application\"/><n>urn:schemas-microsoft-com:office:spreadsheet</n></types>")).OutputType.ShouldBe("xml");
        SomeFile.Sanitise("a.xml", Encoding.UTF8.GetBytes(start + "<a:package xmlns:a=\"http://schemas.microsoft.com/office/2006&#x2F;xmlPackage\"/>")).ShouldStopWith("XM-01");
    }

    [Fact, MatrixRow("E3", NearMiss = true)]
    public void Links_to_sheets_with_spaces_and_conditions_of_validity_are_ours()
    {
        const string hyperlink = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink";
        var book = SomeOffice.Xlsx("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>", "<hyperlinks><hyperlink ref=\"A1\" r:id=\"rId9\"/></hyperlinks>").Rel("xl/worksheets/sheet1.xml", "rId9", hyperlink, "#'FY 2026'!A1");
        Delivered("a.xlsx", book.Build());
        Sekisho.Verifying.Office.FormulaCheck.Calls("IS-TRUE-FORMULA(").ShouldBe(["FORMULA"]); // which is why the word is taken out first
    }
}
