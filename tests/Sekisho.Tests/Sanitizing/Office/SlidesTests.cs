using Sekisho.Kernel;
using Sekisho.Tests.Sanitizing.Files;
using Sekisho.Tests.Support;

namespace Sekisho.Tests.Sanitizing.Office;

public class SlidesTests
{
    private const string Slide = "ppt/slides/slide1.xml";
    private static string Shape(string text, string link = "") => $"<p:sp><p:nvSpPr><p:cNvPr id=\"2\" name=\"題\">{link}</p:cNvPr><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"9\" cy=\"9\"/></a:xfrm></p:spPr><p:txBody><a:bodyPr/><a:p><a:r><a:t>{text}</a:t></a:r></a:p></p:txBody></p:sp>";

    [Fact, MatrixRow("OX-20", NearMiss = true)]
    public void A_harmless_slide_stays_with_its_jump_to_the_next()
    {
        var result = SomeFile.Sanitise("説明.pptx", SomeOffice.Pptx(Shape("説明資料", "<a:hlinkClick r:id=\"\" action=\"ppaction://hlinkshowjump?jump=nextslide\"/>"), "<p:timing><p:tnLst><p:par><p:cTn id=\"1\"/></p:par></p:tnLst></p:timing>").Build());
        result.Outcome.ShouldBe(Outcome.Clean, result.Describe());
        var slide = OfficeOutput.Text(result.Output!, Slide);
        slide.ShouldContain("説明資料");
        slide.ShouldContain("a:ext cx=\"9\"");
        slide.ShouldContain("jump=nextslide");
        slide.ShouldContain("p:timing");
    }

    [Theory, MatrixRow("OX-20"), InlineData("ppaction://program"), InlineData("ppaction://macro?name=x"), InlineData("ppaction://hlinkfile"), InlineData("ppaction://ole?verb=0"), InlineData("ppaction://media")]
    public void Actions_that_run_something_go(string action)
    {
        var result = SomeFile.Sanitise("a.pptx", SomeOffice.Pptx(Shape("題", $"<a:hlinkClick r:id=\"rId5\" action=\"{action}\"/>")).Rel(Slide, "rId5", SomeOffice.Office + "hyperlink", "calc.exe", true).Build());
        result.Has("OX-20").ShouldBeTrue(result.Describe());
        OfficeOutput.All(result.Output!).ShouldNotContain("ppaction");
        OfficeOutput.All(result.Output!).ShouldNotContain("calc.exe");
    }

    [Fact, MatrixRow("OX-20")]
    public void An_animation_with_a_verb_goes_whole() =>
        OfficeOutput.Text(SomeFile.Sanitise("a.pptx", SomeOffice.Pptx(Shape("題"), "<p:timing><p:tnLst><p:par><p:cTn id=\"1\"><p:childTnLst><p:cmd type=\"verb\" cmd=\"0\"/></p:childTnLst></p:cTn></p:par></p:tnLst></p:timing>").Build()).Output!, Slide).ShouldNotContain("timing");

    [Fact, MatrixRow("OX-04")]
    public void An_object_on_a_slide_leaves_its_picture()
    {
        const string frame = "<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id=\"4\" name=\"\"/><p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr><p:xfrm/><a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/presentationml/2006/ole\"><p:oleObj progId=\"Package\" r:id=\"rId5\"><p:embed/><p:pic><p:nvPicPr><p:cNvPr id=\"0\" name=\"\"/><p:cNvPicPr/><p:nvPr/></p:nvPicPr><p:blipFill><a:blip r:embed=\"rId6\"/></p:blipFill><p:spPr/></p:pic></p:oleObj></a:graphicData></a:graphic></p:graphicFrame>";
        var result = SomeFile.Sanitise("a.pptx", SomeOffice.Pptx(frame).Part("ppt/embeddings/o.bin", "payload"u8.ToArray()).Part("ppt/media/i.png", SomePicture.Png()).Rel(Slide, "rId5", SomeOffice.Office + "oleObject", "../embeddings/o.bin").Rel(Slide, "rId6", SomeOffice.Office + "image", "../media/i.png").Build());
        result.Has("OX-04").ShouldBeTrue(result.Describe());
        OfficeOutput.All(result.Output!).ShouldNotContain("payload");
        OfficeOutput.Text(result.Output!, Slide).ShouldContain("<p:pic>");
    }

    [Fact, MatrixRow("OX-28", NearMiss = true)]
    public void A_hidden_slide_is_said()
    {
        var result = SomeFile.Sanitise("a.pptx", SomeOffice.Pptx(Shape("題"), attributes: "show=\"0\"").Build());
        result.Has("OX-28").ShouldBeTrue();
        result.Outcome.ShouldBe(Outcome.Clean, result.Describe());
    }
}
