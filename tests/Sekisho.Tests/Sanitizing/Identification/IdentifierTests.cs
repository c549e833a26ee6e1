using System.Text;
using Sekisho.Kernel;
using Sekisho.Tests.Sanitizing.Files;
using Sekisho.Tests.Support;

namespace Sekisho.Tests.Sanitizing.Identification;

public class IdentifierTests
{
    [Theory, MatrixRow("BK-01", "BK-03", "BK-04", "BK-06", "DK-01", "CB-01", "SZ-01", "RA-01", "IM-11", "IM-12", "TN-01", "JP-05", "JP-06", "CV-04", "XM-01", "RT-05", "IM-09"),
     InlineData("7F454C4602010100AAAA", "BK-01"), InlineData("4C0000000114020000000000", "BK-03"), InlineData("E4525C7B8CD8A74D00", "BK-04"), InlineData("377ABCAF271C00", "SZ-01"), InlineData("526172211A0700FF", "RA-01"), InlineData("4D53434600000000", "CB-01"), InlineData("789F3E2201", "TN-01"),
     InlineData("3842505300010000", "IM-12")]
    public void Known_formats_nothing_rebuilds_block_with_their_own_row(string hex, string rule) => SomeFile.Sanitise("a", Convert.FromHexString(hex)).ShouldStopWith(rule);

    [Theory, MatrixRow("JP-05", "JP-06", "BK-06", "XM-01", "CV-04", "RT-05", "IM-09", "IM-11"),
     InlineData("a.slk", "ID;PWXL;N;E\r\nC;Y1;X1;K1\r\n", "BK-04", Outcome.Blocked), InlineData("a.csv", "ID;PWXL;N;E\r\nC;X1;K1", "CV-04", Outcome.Blocked), InlineData("a.rtf", "{\\rtf1 x}", "RT-05", Outcome.Blocked), InlineData("a.svg", "<svg xmlns=\"urn:other\"/>", "IM-09", Outcome.Blocked),
     InlineData("a.pem", "-----BEGIN PRIVATE KEY-----", "BK-06", Outcome.Held), InlineData("a.xml", "<?xml version=\"1.0\"?><?mso-application progid=\"Word.Document\"?><w/>", "XM-01", Outcome.Blocked),
     InlineData("a.js", "alert(1)", "BK-02", Outcome.Blocked), InlineData("a.url", "[InternetShortcut]", "BK-03", Outcome.Blocked), InlineData("a.iso", "x", "DK-01", Outcome.Blocked), InlineData("a.eps", "%!PS-Adobe", "IM-11", Outcome.Blocked)]
    public void Texts_that_are_more_than_text_stop_with_their_own_row(string name, string text, string rule, Outcome outcome) => SomeFile.Sanitise(name, Encoding.UTF8.GetBytes(text)).ShouldStopWith(rule, outcome);

    [Theory, MatrixRow("TX-07", NearMiss = true), InlineData("a.txt", "<script>alert(1)</script>"), InlineData("a.txt", "#!/bin/sh\nrm -rf /"), InlineData("覚書.log", "MZ-80の思い出"), InlineData("a.txt", "%PDF-1.7 という文字列の話"), InlineData("a.md", "BZhについて")]
    public void Text_that_only_talks_about_formats_stays_text(string name, string text)
    {
        var result = SomeFile.Sanitise(name, Encoding.UTF8.GetBytes(text));
        result.Outcome.ShouldBe(Outcome.Clean, result.Describe());
        Encoding.UTF8.GetString(result.Output!).ShouldBe(text);
    }

    [Fact, MatrixRow("ID-02")]
    public void A_name_that_lies_about_the_contents_blocks()
    {
        SomeFile.Sanitise("a.docx", SomePicture.Png()).ShouldStopWith("ID-02");
        SomeFile.Sanitise("a.png", SomeZip.Of(("a.txt", "x"u8.ToArray()))).ShouldStopWith("ID-02");
        SomeFile.Sanitise("a.xlsx", SomeOffice.Docx("").Build()).ShouldStopWith("ID-02");
        SomeFile.Sanitise("a.txt", "本文"u8.ToArray(), mediaType: "image/png").ShouldStopWith("ID-02");
    }

    [Fact, MatrixRow("ID-02", NearMiss = true)]
    public void Media_types_programs_guess_badly_are_no_lie()
    {
        foreach (var type in (string[])["application/octet-stream", "application/x-zip-compressed", "application/msword", "text/plain"])
            SomeFile.Sanitise("a.docx", SomeOffice.Docx(SomeOffice.P("x")).Build(), mediaType: type).Output.ShouldNotBeNull(type);
    }

    [Fact, MatrixRow("ID-03")]
    public void New_formats_under_old_names_block()
    {
        SomeFile.Sanitise("a.doc", SomeOffice.Docx("").Build()).ShouldStopWith("ID-03");
        SomeFile.Sanitise("a.doc", "{\\rtf1 x}"u8.ToArray()).ShouldStopWith("ID-03");
        SomeFile.Sanitise("a.xls", "<html><body>x</body></html>"u8.ToArray()).ShouldStopWith("ID-03");
    }

    [Fact, MatrixRow("ID-06", "ID-04")]
    public void Files_that_are_two_things_block()
    {
        SomeFile.Sanitise("a.gif", [.. SomePicture.Gif(), .. SomeZip.Of(("x.class", "x"u8.ToArray()))]).ShouldStopWith("ID-06");
        SomeFile.Sanitise("a.pdf", Encoding.ASCII.GetBytes("\0\0%PDF-1.4\nstartxref\n0\n%%EOF")).ShouldStopWith("ID-04");
    }

    [Fact, MatrixRow("ZP-08")]
    public void A_program_that_unpacks_itself_blocks() =>
        SomeFile.Sanitise("a.zip", new SomeZip { Prefix = "MZ\x90\0"u8.ToArray() }.Add("a.txt", "x"u8.ToArray()).Build()).ShouldStopWith("ZP-08");

    [Fact, MatrixRow("ZP-08", NearMiss = true)]
    public void An_archive_of_a_text_that_begins_like_a_program_stays() => SomeFile.Sanitise("a.zip", SomeZip.Of(("MZ.txt", "MZ-80の話"u8.ToArray()))).Output.ShouldNotBeNull();

    [Fact, MatrixRow("LM-22")]
    public void A_text_too_long_to_scan_is_cut_and_told()
    {
        var result = SomeFile.Sanitise("a.html", "<html><body><p>一二三四五六七八九十</p></body></html>"u8.ToArray(), limits: new() { ScanCharacters = 20 });
        result.Has("LM-22").ShouldBeTrue(result.Describe());
        Encoding.UTF8.GetString(result.Output!).ShouldNotContain("九");
    }

    [Fact, MatrixRow("LM-22", NearMiss = true)]
    public void A_text_of_usual_length_is_whole() => SomeFile.Sanitise("a.html", "<html><body><p>一二三四五六七八九十</p></body></html>"u8.ToArray()).Has("LM-22").ShouldBeFalse();

    [Fact, MatrixRow("ID-07")]
    public void What_nobody_knows_blocks() => SomeFile.Sanitise("a.bin", [1, 2, 3, 4, 0, 255, 254]).ShouldStopWith("ID-07");

    [Fact, MatrixRow("ID-08", NearMiss = true)]
    public void An_empty_file_stays_empty()
    {
        SomeFile.Sanitise("a.txt", []).Output.ShouldBe([]);
        SomeFile.Sanitise("a.docx", new byte[100]).Output.ShouldBe([]);
    }

    [Fact, MatrixRow("LM-14", "OL-05")]
    public void Old_office_files_block_and_looped_ones_by_their_structure()
    {
        SomeFile.Sanitise("a.doc", SomeCompound.With("WordDocument", "1Table")).ShouldStopWith("OL-06");
        SomeFile.Sanitise("a.doc", SomeCompound.Looped()).Outcome.ShouldBe(Outcome.Blocked);
        SomeFile.Sanitise("a.jtd", SomeCompound.With("DocumentText")).ShouldStopWith("JP-01", Outcome.Held);
    }

    [Fact, MatrixRow("LM-01")]
    public void A_file_above_the_limit_blocks() => SomeFile.Sanitise("a.txt", new byte[50], limits: new() { InputBytes = 49 }).ShouldStopWith("LM-01");

    [Fact, MatrixRow("ID-09", NearMiss = true)]
    public void Text_under_an_extension_nobody_knows_gets_txt()
    {
        var result = SomeFile.Sanitise("議事録2026.04", "本文"u8.ToArray());
        result.OutputName.ShouldBe("議事録2026.txt");
        result.Has("ID-09").ShouldBeTrue();
    }
}
