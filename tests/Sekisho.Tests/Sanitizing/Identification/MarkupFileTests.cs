using System.Text;
using Sekisho.Kernel;
using Sekisho.Tests.Sanitizing.Files;
using Sekisho.Tests.Support;
using Sekisho.Verifying;

namespace Sekisho.Tests.Sanitizing.Identification;

public class MarkupFileTests
{
    [Fact, MatrixRow("HT-01", "HT-04")]
    public void An_html_file_is_given_as_text()
    {
        var result = SomeFile.Sanitise("案内.html", "<html><body><h1>案内</h1><script>alert(1)</script><img src=http://evil.example/t.gif><p>本文 <a href=\"http://evil.example/x\">こちら</a></p></body></html>"u8.ToArray());
        result.Outcome.ShouldBe(Outcome.Text, result.Describe());
        result.OutputName.ShouldBe("案内.txt");
        var text = Encoding.UTF8.GetString(result.Output!);
        text.ShouldContain("本文");
        text.ShouldNotContain("alert");
        text.ShouldNotContain("http://evil.example");
        OutputVerifier.Verify(result.Output!, result.OutputType).Forbidden.ShouldBeEmpty();
    }

    [Fact, MatrixRow("XM-01", NearMiss = true)]
    public void A_plain_xml_file_stays_byte_for_byte_in_its_encoding()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var bytes = Encoding.GetEncoding(932).GetBytes("<?xml version=\"1.0\" encoding=\"Shift_JIS\"?>\r\n<申請 xmlns:a=\"urn:a\"><a:氏名>予算</a:氏名></申請>\r\n");
        var result = SomeFile.Sanitise("申請.xml", bytes);
        result.Output.ShouldBe(bytes, result.Describe());
        OutputVerifier.Verify(bytes, "xml").Ok.ShouldBeTrue();
    }

    [Theory, MatrixRow("XM-01", "LM-12"), InlineData("<!DOCTYPE a [<!ENTITY b \"c\">]><a xmlns=\"u\">&b;</a>"), InlineData("<?xml-stylesheet href=\"http://evil.example/x.xsl\"?><a xmlns=\"u\"/>"), InlineData("<a xmlns=\"u\"><?run x?></a>"), InlineData("<a xmlns=\"u\"><b></a>")]
    public void Entities_stylesheets_and_broken_xml_block(string xml)
    {
        SomeFile.Sanitise("a.xml", Encoding.UTF8.GetBytes("<?xml version=\"1.0\"?>" + xml)).ShouldStopWith("LM-12");
    }

    [Fact, MatrixRow("E3")]
    public void The_second_reader_refuses_a_dtd_and_an_instruction()
    {
        OutputVerifier.Verify("<?xml version=\"1.0\"?><!DOCTYPE a><a/>"u8.ToArray(), "xml").Ok.ShouldBeFalse();
        OutputVerifier.Verify("<a/><?xml-stylesheet href=\"x\"?>"u8.ToArray(), "xml").Ok.ShouldBeFalse();
    }
}
