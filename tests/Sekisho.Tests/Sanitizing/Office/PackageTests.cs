using System.Text;
using Sekisho.Kernel;
using Sekisho.Tests.Sanitizing.Files;
using Sekisho.Tests.Support;

namespace Sekisho.Tests.Sanitizing.Office;

public class PackageTests
{
    [Fact, MatrixRow("OX-25", "LM-12")]
    public void A_document_type_or_an_instruction_blocks()
    {
        SomeFile.Sanitise("a.docx", SomeOffice.Docx("").Part("word/styles.xml", "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><w:styles xmlns:w=\"" + SomeOffice.W + "\">&e;</w:styles>").MainRel("rId5", "styles", "styles.xml").Build()).ShouldStopWith("LM-12");
        SomeFile.Sanitise("a.docx", SomeOffice.Docx("").Part("word/styles.xml", "<?xml-stylesheet href=\"http://evil.example\"?><w:styles xmlns:w=\"" + SomeOffice.W + "\"/>").MainRel("rId5", "styles", "styles.xml").Build()).ShouldStopWith("LM-12");
    }

    [Fact, MatrixRow("OX-25")]
    public void An_encoding_that_is_not_what_it_says_blocks() =>
        SomeFile.Sanitise("a.docx", SomeOffice.Docx("").Part("word/styles.xml", "<?xml version=\"1.0\" encoding=\"UTF-7\"?><w:styles xmlns:w=\"" + SomeOffice.W + "\"/>").MainRel("rId5", "styles", "styles.xml").Build()).ShouldStopWith("OX-25");

    [Fact, MatrixRow("LM-11")]
    public void Deep_nesting_blocks() =>
        SomeFile.Sanitise("a.docx", SomeOffice.Docx(string.Concat(Enumerable.Repeat("<w:p>", 300)) + string.Concat(Enumerable.Repeat("</w:p>", 300))).Build()).ShouldStopWith("LM-11");

    [Theory, MatrixRow("OX-26"), InlineData("WORD/Document.xml"), InlineData("word/%64ocument.xml")]
    public void Two_entries_that_are_one_part_block(string twin) =>
        SomeFile.Sanitise("a.docx", SomeOffice.Docx("").Zip().Add(twin, "<x/>").Build()).ShouldStopWith("OX-26");

    [Theory, MatrixRow("OX-26"), InlineData("../evil.xml"), InlineData("word\\x.xml"), InlineData("word/[0].piece")]
    public void Names_that_climb_or_come_in_pieces_block(string name) =>
        SomeFile.Sanitise("a.docx", SomeOffice.Docx("").Zip().Add(name, "<x/>").Build()).ShouldStopWith("OX-26");

    [Fact, MatrixRow("OX-26")]
    public void Two_main_parts_block() =>
        SomeFile.Sanitise("a.docx", SomeOffice.Docx("").Part("word/second.xml", "<x/>").Rel("", "rId9", SomeOffice.Office + "officeDocument", "word/second.xml").Build()).ShouldStopWith("OX-26");

    [Fact, MatrixRow("OX-26")]
    public void A_part_nobody_refers_to_is_named_and_not_written()
    {
        var result = SomeFile.Sanitise("a.docx", SomeOffice.Docx(SomeOffice.P("本文")).Part("word/hidden.xml", "<secret/>").Build());
        result.Has("OX-26").ShouldBeTrue();
        OfficeOutput.All(result.Output!).ShouldNotContain("secret");
    }

    [Fact, MatrixRow("OX-26", NearMiss = true)]
    public void A_relationship_to_a_missing_part_is_dropped_without_blocking() =>
        SomeFile.Sanitise("a.docx", SomeOffice.Docx(SomeOffice.P("本文")).MainRel("rId9", "image", "NULL").Build()).Outcome.ShouldBe(Outcome.Cleaned);

    [Fact, MatrixRow("OX-24")]
    public void An_encrypted_document_is_held() => SomeFile.Sanitise("a.docx", SomeCompound.With("EncryptedPackage", "EncryptionInfo")).ShouldStopWith("OX-24", Outcome.Held);

    [Fact, MatrixRow("OX-30")]
    public void Add_ins_block() =>
        SomeFile.Sanitise("a.xlam", SomeOffice.Xlsx("", type: "application/vnd.ms-excel.addin.macroEnabled.main+xml").Build()).ShouldStopWith("OX-30");

    [Fact, MatrixRow("E4", "E5")]
    public void The_output_sanitised_again_gives_the_same_bytes_and_nothing_removed()
    {
        foreach (var (name, bytes) in Samples())
        {
            var first = SomeFile.Sanitise(name, bytes);
            first.Output.ShouldNotBeNull(first.Describe());
            SomeFile.Sanitise(name, bytes).Output.ShouldBe(first.Output);
            var second = SomeFile.Sanitise(name, first.Output!);
            second.Outcome.ShouldBe(Outcome.Clean, second.Describe());
            second.Output.ShouldBe(first.Output, name);
        }
    }

    [Fact, MatrixRow("E1")]
    public void Any_damage_ends_in_a_result_and_never_in_an_exception()
    {
        var random = new Random(20261121);
        foreach (var (name, bytes) in Samples())
            for (var n = 0; n < 60; n++)
            {
                var damaged = Damage(bytes, random);
                var result = SomeFile.Sanitise(name, damaged, tools: new NoTools());
                if (result.Outcome is Outcome.Held or Outcome.Blocked) result.Output.ShouldBeNull();
                else result.Output.ShouldNotBeNull();
            }
    }

    internal static IEnumerable<(string Name, byte[] Bytes)> Samples()
    {
        yield return ("a.docx", SomeOffice.Docx("<w:p><w:r><w:t>本文</w:t></w:r><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>DDE x</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p><w:p><w:hyperlink r:id=\"rId7\"><w:r><w:t>リンク</w:t></w:r></w:hyperlink></w:p>")
            .MainRel("rId7", "hyperlink", "https://example.jp/").MainRel("rId8", "attachedTemplate", "http://evil.example/", true).Build());
        yield return ("a.xlsx", SomeOffice.Xlsx("<row r=\"1\"><c r=\"A1\"><f>WEBSERVICE(\"x\")</f><v>1</v></c><c r=\"B1\"><f>SUM(A1:A2)</f><v>1</v></c></row>").Build());
        yield return ("a.pptx", SomeOffice.Pptx("").Build());
    }

    private static byte[] Damage(byte[] bytes, Random random)
    {
        var at = random.Next(bytes.Length);
        switch (random.Next(4))
        {
            case 0:
                var flipped = bytes.ToArray();
                flipped[at] ^= (byte)(1 << random.Next(8));
                return flipped;
            case 1: return bytes[..at];
            case 2: return [.. bytes[..at], .. bytes[random.Next(bytes.Length)..]];
            default: return [.. bytes[..at], .. Encoding.ASCII.GetBytes("PK\x05\x06"), .. bytes[at..]];
        }
    }
}
