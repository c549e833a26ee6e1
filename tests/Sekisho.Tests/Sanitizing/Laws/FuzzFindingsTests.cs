using System.Text;
using Sekisho.Kernel;
using Sekisho.Tests.Sanitizing.Files;
using Sekisho.Tests.Support;
using Sekisho.Verifying;

namespace Sekisho.Tests.Sanitizing.Laws;

/// <summary>What <c>./bench fuzz</c> found, each made small: it stays mended.</summary>
public class FuzzFindingsTests
{
    private static void Accepted(Sekisho.Sanitizing.FileResult result) => OutputVerifier.Verify(result.Output.ShouldNotBeNull(result.Describe()), result.OutputType).Forbidden.ShouldBeEmpty();

    [Fact, MatrixRow("TX-02", "HT-01")]
    public void A_page_with_broken_bytes_is_a_page_still()
    {
        var page = "<?x y?><!DOCTYPE html><html><body><script>steal()</script><p>"u8.ToArray().Concat(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("本文が続く。", 60)))).Append((byte)0xFF).Concat("</p></body></html>"u8.ToArray()).ToArray();
        var result = SomeFile.Sanitise("a.html", page);
        result.OutputName.ShouldNotEndWith(".html");
        if (result.Output is { } output) Encoding.UTF8.GetString(output).ShouldNotContain("<script");
    }

    [Theory, MatrixRow("E8"), InlineData("a.csv", "\u200B<html><script>x</script></html>"), InlineData("a.csv", "\u202EBEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n")]
    public void What_becomes_another_type_by_being_cleaned_is_stopped(string name, string text) => SomeFile.Sanitise(name, Encoding.UTF8.GetBytes(text)).ShouldStopWith("ID-02");

    [Fact, MatrixRow("ID-04")]
    public void The_end_of_a_zip_without_its_beginning_is_no_zip()
    {
        var zip = SomeZip.Of(("a.txt", "x"u8.ToArray()));
        SomeFile.Sanitise("a.zip", [.. "\x01\x02\x03\x04"u8, .. zip]).ShouldStopWith("ID-04");
    }

    [Fact, MatrixRow("PD-18")]
    public void A_stream_where_the_description_of_a_font_belongs_is_no_crash()
    {
        var pdf = new SomePdf().Resources("/ExtGState<<>>").Add("<</Type/Font/Subtype/Type1/BaseFont/Arial/FontDescriptor 7 0 R>>").AddStream("/Type/FontDescriptor/FontName/Arial/Flags 4", "x");
        Accepted(SomeFile.Sanitise("a.pdf", Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(pdf.Build()).Replace("/F1 5 0 R", "/F1 6 0 R", StringComparison.Ordinal))));
    }

    [Fact, MatrixRow("OX-02")]
    public void An_element_that_is_no_sheet_takes_no_place_among_the_sheets()
    {
        var book = SomeOffice.Xlsx("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>").Build();
        var other = SomeOffice.Xlsx("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>", moreSheets: "<zz:sheet xmlns:zz=\"urn:zz\" name=\"x\"/>").Build();
        SomeFile.Sanitise("a.xlsx", other).Output.ShouldBe(SomeFile.Sanitise("a.xlsx", book).Output);
    }

    [Theory, MatrixRow("OX-06"), InlineData("\\\\server\\share\\図.png"), InlineData("file:///C:/Users/yamada/図.png"), InlineData("javascript:alert(1)")]
    public void A_description_that_is_an_old_path_stays_readable(string description)
    {
        var result = SomeFile.Sanitise("a.docx", SomeOffice.Docx("<w:p><w:r><w:drawing><wp:inline><wp:docPr id=\"1\" name=\"図\" descr=\"" + description + "\"/></wp:inline></w:drawing></w:r></w:p>").Build());
        Accepted(result);
    }

    [Fact, MatrixRow("IM-05")]
    public void A_bitmap_whose_size_ends_before_its_pixels_is_no_bitmap()
    {
        var bmp = SomePicture.Bmp();
        BitConverter.TryWriteBytes(bmp.AsSpan(2), 40);
        var result = SomeFile.Sanitise("a.bmp", bmp);
        result.Outcome.ShouldBe(Outcome.Blocked);
        result.Findings.ShouldNotContain(f => f.Arguments.Values.Any(v => v.EndsWith("Exception", StringComparison.Ordinal)));
    }

    [Fact, MatrixRow("HD-03")]
    public void A_subject_with_a_damaged_character_goes_on()
    {
        var mail = "From: a@example.jp\r\nTo: b@city.example.jp\r\nSubject: =?Shift_JIS?B?jI+WgQ==?= =?Shift_JIS?B?gg==?=\r\nDate: Wed, 1 Apr 2026 09:00:00 +0900\r\nMessage-ID: <c@example.jp>\r\n\r\n本文\r\n";
        Accepted(SomeFile.Sanitise("a.eml", Encoding.UTF8.GetBytes(mail)));
    }

    [Theory, MatrixRow("OX-12"), InlineData("SUM(B1:B2)\\\\evil\\x"), InlineData("A1:\\x"), InlineData("T[http://evil.example]")]
    public void A_formula_with_a_path_becomes_its_value(string formula)
    {
        var result = SomeFile.Sanitise("a.xlsx", SomeOffice.Xlsx("<row r=\"1\"><c r=\"A1\"><f>" + formula + "</f><v>7</v></c></row>").Build());
        Accepted(result);
        OfficeOutput.All(result.Output!).ShouldContain(">7<");
        OfficeOutput.All(result.Output!).ShouldNotContain(formula);
    }

    [Fact, MatrixRow("OX-12", NearMiss = true)]
    public void A_name_with_a_backslash_and_a_path_in_a_string_stay()
    {
        var result = SomeFile.Sanitise("a.xlsx", SomeOffice.Xlsx("<row r=\"1\"><c r=\"A1\"><f>IF(\\x&gt;1,\"\\\\server と http://\",1)</f><v>7</v></c></row>").Build());
        Accepted(result);
        OfficeOutput.All(result.Output!).ShouldContain(">IF(");
    }

    [Fact, MatrixRow("OX-02")]
    public void A_name_outside_the_list_of_names_is_judged_too()
    {
        var result = SomeFile.Sanitise("a.xlsx", SomeOffice.Xlsx("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>", afterSheets: "<definedName name=\"_xlnm.Auto_Open\">A1</definedName>").Build());
        Accepted(result);
        result.Findings.ShouldContain(f => f.Rule == "OX-02" && f.Arguments["name"] == "_xlnm.Auto_Open");
    }

    [Theory, MatrixRow("IM-09"), InlineData("id=\"javascript:x\""), InlineData("font-family=\"vbscript:x\""), InlineData("class=\"behavior\"")]
    public void A_drawing_whose_values_look_like_a_script_loses_the_value(string attribute) =>
        Accepted(SomeFile.Sanitise("a.svg", Encoding.UTF8.GetBytes("<svg xmlns=\"http://www.w3.org/2000/svg\"><rect width=\"9\" height=\"9\" " + attribute + "/></svg>")));

    [Fact, MatrixRow("IM-09", NearMiss = true)]
    public void A_layer_named_expression_keeps_its_name()
    {
        var result = SomeFile.Sanitise("a.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"><g id=\"expression\"><rect width=\"9\" height=\"9\"/></g></svg>"u8.ToArray());
        Accepted(result);
        Encoding.UTF8.GetString(result.Output!).ShouldContain("id=\"expression\"");
    }

    [Fact, MatrixRow("LM-05")]
    public void An_archive_too_deep_for_its_members_gives_up_its_own_place()
    {
        var zip = SomeZip.Of(("a.txt", "x"u8.ToArray()));
        for (var n = 0; n < 5; n++) zip = SomeZip.Of((n + ".zip", zip));
        var policy = new Sekisho.Sanitizing.FilePolicy { ArchiveWhole = false };
        var first = SomeFile.Sanitise("a.zip", zip, policy);
        Accepted(first);
        SomeFile.Sanitise("a.zip", first.Output!, policy).Outcome.ShouldBe(Outcome.Clean);
    }

    [Fact, MatrixRow("RT-05")]
    public void A_converter_that_contradicts_itself_leads_to_the_next_level()
    {
        var broken = SomeZip.Of(("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>"u8.ToArray()), ("word/document.xml", "<x/>"u8.ToArray()));
        var result = SomeFile.Sanitise("a.rtf", "{\\rtf1 x}"u8.ToArray(), new() { Levels = [Sekisho.Sanitizing.SanitiseLevel.Rebuild] }, tools: new Converter(broken));
        result.ShouldStopWith("RT-05");
    }

    private sealed class Converter(byte[] made) : Sekisho.Sanitizing.INativeTools
    {
        public Untrusted<byte[]>? Run(Sekisho.Kernel.Workers.NativeTool tool, ReadOnlyMemory<byte> input) => new(made);
    }
}
