using System.Text;
using Sekisho.Kernel;
using Sekisho.Tests.Sanitizing.Files;
using Sekisho.Tests.Support;
using Sekisho.Verifying;

namespace Sekisho.Tests.Sanitizing.Drawings;

public class SvgFileTests
{
    private const string Head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\"10\">";

    private static byte[] Svg(string inside) => Encoding.UTF8.GetBytes(Head + inside + "</svg>");

    /// <summary>What a filter that forgot one rule would write.</summary>
    [Theory, MatrixRow("E3", "IM-09"),
     InlineData("<script>x</script>"), InlineData("<foreignObject/>"), InlineData("<feImage/>"), InlineData("<a/>"), InlineData("<g onclick=\"x\"/>"), InlineData("<use xlink:href=\"b.svg#x\"/>"), InlineData("<use href=\"#x\"/>"),
     InlineData("<image xlink:href=\"http://evil.example/x.png\"/>"), InlineData("<image xlink:href=\"data:text/html;base64,AAAA\"/>"), InlineData("<image xlink:href=\"data:image/png;base64,AAAA\"/>"), InlineData("<g fill=\"url(http://evil.example/x)\"/>"),
     InlineData("<style>@import 'x';</style>"), InlineData("<style>.a{fill:u\\72l(x)}</style>"), InlineData("<style>.a{fill:url('x.svg')}</style>"), InlineData("<set attributeName=\"xlink:href\" to=\"x\"/>"), InlineData("<animate attributeName=\"onload\"/>"),
     InlineData("<h:script xmlns:h=\"http://www.w3.org/1999/xhtml\"/>"), InlineData("<!-- x -->"), InlineData("<?x y?>"), InlineData("<iframe/>")]
    public void A_drawing_with_one_thing_let_through_is_refused(string inside)
    {
        OutputVerifier.Verify(Svg("<g fill=\"url(#a)\"/><text>curl</text>"), "svg").Forbidden.ShouldBeEmpty();
        OutputVerifier.Verify(Svg(inside), "svg").Ok.ShouldBeFalse(inside);
    }

    [Theory, MatrixRow("IM-09"), InlineData("<svg xmlns='http://www.w3.org/2000/svg'><g></svg>"), InlineData("<x:svg xmlns:x='http://www.w3.org/2000/svg' xmlns='http://www.w3.org/1999/xhtml'><script>alert(1)</script></x:svg>"), InlineData("<svg xmlns='http://www.w3.org/2000/svg'><image href='data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22 onload=%22alert(1)%22/%3E'/></svg>")]
    public void Nothing_that_runs_comes_out(string text)
    {
        var result = SomeFile.Sanitise("a.svg", Encoding.UTF8.GetBytes(text));
        if (result.Output is not { } output) return;
        Encoding.UTF8.GetString(output).ShouldNotContain("alert");
        OutputVerifier.Verify(output, result.OutputType).Forbidden.ShouldBeEmpty();
    }

    /// <summary>Inside a document a drawing becomes pixels, and one that cannot be drawn leaves an empty picture.</summary>
    [Fact, MatrixRow("OX-19")]
    public void A_drawing_inside_a_picture_place_is_drawn()
    {
        var context = new Sekisho.Sanitizing.FileContext("picture", null, new(new()), new(), 1, new VipsTools()) { PixelsOnly = true };
        var result = Sekisho.Sanitizing.FileSanitiser.Sanitise(new(Encoding.UTF8.GetBytes("<svg xmlns='http://www.w3.org/2000/svg' width='20' height='10' onload='x()'><rect width='20' height='10' fill='#f00'/></svg>")), context);
        (result.Outcome, result.OutputType).ShouldBe((Outcome.Raster, "png"), result.Describe());
        OutputVerifier.Verify(result.Output!, "png").Forbidden.ShouldBeEmpty();
        Sekisho.Sanitizing.FileSanitiser.Sanitise(new("<svg xmlns='http://www.w3.org/2000/svg'/>"u8.ToArray()), context with { Tools = new NoTools() }).ShouldStopWith("IM-09");
    }

    [Fact, MatrixRow("ID-02")]
    public void A_drawing_under_another_name_is_a_lie() => SomeFile.Sanitise("a.png", Svg("")).ShouldStopWith("ID-02");

    [Fact, MatrixRow("IM-09", NearMiss = true)]
    public void A_drawing_in_an_archive_and_in_shift_jis_is_kept()
    {
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding(932)!.GetBytes("<?xml version=\"1.0\" encoding=\"Shift_JIS\"?><svg xmlns=\"http://www.w3.org/2000/svg\"><text>表示能力ソ</text></svg>");
        var result = SomeFile.Sanitise("a.zip", SomeZip.Of(("図.svg", bytes)));
        result.Outcome.ShouldBe(Outcome.Clean, result.Describe());
        OutputVerifier.Verify(result.Output!, "zip").Forbidden.ShouldBeEmpty();
        Encoding.UTF8.GetString(SomeFile.Sanitise("図.svg", bytes).Output!).ShouldContain("表示能力ソ");
    }
}
