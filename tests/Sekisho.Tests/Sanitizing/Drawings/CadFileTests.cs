using System.Text;
using Sekisho.Kernel;
using Sekisho.Tests.Sanitizing.Files;
using Sekisho.Tests.Support;
using Sekisho.Verifying;

namespace Sekisho.Tests.Sanitizing.Drawings;

public class CadFileTests
{
    private const string Dxf = "  0\nSECTION\n  2\nENTITIES\n  0\nTEXT\n  8\n0\n  1\nC:\\memo http://example.jp/\n  0\nENDSEC\n  0\nEOF\n";
    private const string Sxf = "ISO-10303-21;\r\nHEADER;\r\nENDSEC;\r\nDATA;\r\n#1=POINT('',(1.0));\r\n/*SXF\r\n#2 = text_string_feature(\\'a.dwg\\')\r\nSXF*/\r\nENDSEC;\r\nEND-ISO-10303-21;\r\n";

    [Theory, MatrixRow("E3", "JP-04"),
     InlineData("TEXT", "IMAGE"), InlineData("TEXT", "OLE2FRAME"), InlineData("TEXT", "ACAD_PROXY_ENTITY"), InlineData("  8\n0\n", "310\nD0CF\n"), InlineData("  8\n0\n", "  8\n\\\\evil\\x\n"), InlineData("  8\n0\n", "  8\nhttp://evil.example/\n"),
     InlineData("  8\n0\n", "1001\nPE_URL\n"), InlineData("ENTITIES", "THUMBNAILIMAGE"), InlineData("EOF\n", "EOF\nPK"), InlineData("  8\n0", "  8\n0\n"), InlineData("TEXT\n  8\n0\n  1\nC:\\memo http://example.jp/", "BLOCK\n  1\nx.dwg"), InlineData("TEXT\n  8\n0\n  1\nC:\\memo http://example.jp/", "BLOCK\n 70\n4")]
    public void A_dxf_with_one_thing_let_through_is_refused(string find, string replace)
    {
        OutputVerifier.Verify(Encoding.ASCII.GetBytes(Dxf), "dxf").Forbidden.ShouldBeEmpty();
        Dxf.ShouldContain(find);
        OutputVerifier.Verify(Encoding.ASCII.GetBytes(Dxf.Replace(find, replace, StringComparison.Ordinal)), "dxf").Ok.ShouldBeFalse(replace);
    }

    [Theory, MatrixRow("E3", "JP-07"),
     InlineData("POINT('',", "POINT('x.tif',"), InlineData("POINT('',", "POINT('http://evil.example/',"), InlineData("#1=POINT", "/* x */#1=POINT"), InlineData("text_string_feature", "sfig_org_feature"), InlineData("SXF*/\r\n", ""), InlineData("END-ISO-10303-21;\r\n", "END-ISO-10303-21;\r\nMZ"), InlineData("#1=POINT('',(1.0));", "#1=POINT")]
    public void An_sxf_with_one_thing_let_through_is_refused(string find, string replace)
    {
        OutputVerifier.Verify(Encoding.ASCII.GetBytes(Sxf), "sxf").Forbidden.ShouldBeEmpty();
        OutputVerifier.Verify(Encoding.ASCII.GetBytes(Sxf.Replace(find, replace, StringComparison.Ordinal)), "sxf").Ok.ShouldBeFalse(replace);
    }

    /// <summary>The code page of the file cannot say a character that an editor put in: the format's own escape can.</summary>
    [Fact, MatrixRow("JP-04", NearMiss = true)]
    public void Characters_no_code_page_knows_are_written_as_escapes()
    {
        byte[] mixed = [.. Encoding.ASCII.GetBytes(Dxf.Replace("C:\\memo http://example.jp/", new string('x', 200) + "@ ", StringComparison.Ordinal))];
        mixed[Array.IndexOf(mixed, (byte)'@')] = 0xFE;
        var result = SomeFile.Sanitise("a.dxf", mixed);
        result.Output.ShouldNotBeNull(result.Describe());
        Encoding.ASCII.GetString(result.Output).ShouldContain("x\\U+");
    }

    /// <summary>A drawing's folder as it is sent: zipped SXF with its name kept.</summary>
    [Fact, MatrixRow("JP-07", NearMiss = true)]
    public void A_packed_sxf_keeps_its_drawing()
    {
        var result = SomeFile.Sanitise("図面.p2z", SomeZip.Of(("D0PL001Z.P21", Encoding.ASCII.GetBytes(Sxf))));
        result.Outcome.ShouldBe(Outcome.Clean, result.Describe());
        OutputVerifier.Verify(result.Output!, "zip").Forbidden.ShouldBeEmpty();
        result.Children.Single().Name.ShouldBe("D0PL001Z.P21");
    }
}
