using System.Text;
using Sekisho.Kernel;
using Sekisho.Kernel.Workers;
using Sekisho.Sanitizing;
using Sekisho.Tests.Sanitizing.Files;
using Sekisho.Tests.Support;
using Sekisho.Verifying;

namespace Sekisho.Tests.Sanitizing.Pdf;

/// <summary>The ladder of a PDF: rebuilt, drawn with the words one sees, characters alone; what no level may do is blocked.</summary>
public class PdfLevelsTests
{
    private const string Japanese = "/Font<</F1 5 0 R/F2 6 0 R>>";
    private static readonly FilePolicy Drawn = new() { Levels = [SanitiseLevel.Raster, SanitiseLevel.Text] }, Characters = new() { Levels = [SanitiseLevel.Text] };

    /// <summary>A page with Latin letters, Japanese of a font that is not in the file, white words, and words below a black box.</summary>
    private static byte[] Page() => new SomePdf().Resources(Japanese)
        .Content("BT /F1 24 Tf 72 700 Td (Visible text) Tj 0 -40 Td /F2 20 Tf <93FA967B8CEA82CC8E8E8CB1> Tj 0 -40 Td 1 1 1 rg /F1 20 Tf (white words) Tj ET 0 0 0 rg BT /F1 20 Tf 72 500 Td (secret) Tj ET 60 490 300 40 re f")
        .Add("<</Type/Font/Subtype/Type0/BaseFont/Ryumin-Light/Encoding/90ms-RKSJ-H/DescendantFonts[7 0 R]>>")
        .Add("<</Type/Font/Subtype/CIDFontType0/BaseFont/Ryumin-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(Japan1)/Supplement 2>>/DW 1000/FontDescriptor<</Type/FontDescriptor/FontName/Ryumin-Light/Flags 4/FontBBox[0 -200 1000 800]/ItalicAngle 0/Ascent 800/Descent -200/StemV 80>>>>").Build();

    [Fact, MatrixRow("PD-21", "E3", "E4", "E5")]
    public void A_drawn_page_can_be_searched_for_what_one_sees_and_for_nothing_else()
    {
        var result = SomeFile.Sanitise("議事録.pdf", Page(), Drawn);
        result.Outcome.ShouldBe(Outcome.Raster, result.Describe());
        (result.OutputName, result.OutputType).ShouldBe(("議事録.pdf", "pdf"));
        result.Findings.First(f => f.Rule == "LV-00").Arguments["words"].ShouldBe("3");
        result.ShouldBeSafe("/BaseFont", "/FontFile2", "/Annots");
        OutputVerifier.Verify(result.Output!, "pdf", "Raster").Forbidden.ShouldBeEmpty();
        var text = PdfOutput.Text(result.Output!, "-layout");
        text.ShouldContain("Visible text");
        text.ShouldContain("日本語の試験");
        text.ShouldNotContain("white");
        text.ShouldNotContain("secret");
        SomeFile.Sanitise("議事録.pdf", Page(), Drawn).Output.ShouldBe(result.Output);
        var again = SomeFile.Sanitise("議事録.pdf", result.Output!);
        again.Outcome.ShouldBe(Outcome.Clean, again.Describe());
        again.Output.ShouldBe(result.Output);
    }

    [Fact, MatrixRow("PD-21", NearMiss = true)]
    public void The_words_lie_where_they_are_seen()
    {
        var words = Boxes(SomeFile.Sanitise("a.pdf", Page(), Drawn).Output!);
        foreach (var (text, left, top) in Boxes(Page()).Where(w => words.ContainsKey(w.Key)).Select(w => (w.Key, w.Value.Left, w.Value.Top)))
        {
            words[text].Left.ShouldBe(left, 2, text);
            words[text].Top.ShouldBe(top, 8, text);
        }
        words.Keys.ShouldBe(["Visible", "text", "日本語の試験"], ignoreOrder: true);
    }

    [Fact]
    public void More_characters_than_one_font_has_codes_stay_what_they_are()
    {
        var all = Enumerable.Range(0x4E00, 700).Select(c => (char)c).ToArray();
        var lines = all.Chunk(20).Select(c => "<" + Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(c)) + "> Tj 0 -18 Td");
        var pdf = new SomePdf().Resources(Japanese).Content("BT /F2 14 Tf 72 760 Td " + string.Join(" ", lines) + " ET")
            .Add("<</Type/Font/Subtype/Type0/BaseFont/Ryumin-Light/Encoding/UniJIS-UTF16-H/DescendantFonts[7 0 R]>>")
            .Add("<</Type/Font/Subtype/CIDFontType0/BaseFont/Ryumin-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(Japan1)/Supplement 6>>/DW 1000>>").Build();
        var result = SomeFile.Sanitise("a.pdf", pdf, Drawn);
        result.Outcome.ShouldBe(Outcome.Raster, result.Describe());
        var shown = PdfOutput.Text(pdf, "-raw").Where(char.IsLetter).ToArray();
        shown.Length.ShouldBeGreaterThan(300);
        PdfOutput.Text(result.Output!, "-raw").Where(char.IsLetter).ShouldBe(shown);
        SomeFile.Sanitise("a.pdf", result.Output!).Output.ShouldBe(result.Output);
    }

    [Fact, MatrixRow("LM-07")]
    public void Too_many_pages_to_draw_give_their_characters_where_the_policy_lists_it()
    {
        var limits = new SanitiseLimits { Pdf = new() { DrawnPages = 0 } };
        var result = SomeFile.Sanitise("a.pdf", Page(), Drawn, limits);
        result.Outcome.ShouldBe(Outcome.Text, result.Describe());
        (result.OutputName, result.OutputType).ShouldBe(("a.pdf.txt", "text"));
        Encoding.UTF8.GetString(result.Output!).ShouldContain("日本語の試験");
        result.ActionOf("LM-07").ShouldBe(FindingAction.Degraded);
        OutputVerifier.Verify(result.Output!, "text").Forbidden.ShouldBeEmpty();
        SomeFile.Sanitise("a.pdf.txt", result.Output!).Output.ShouldBe(result.Output);
        SomeFile.Sanitise("a.pdf", Page(), new() { Levels = [SanitiseLevel.Raster] }, limits).ShouldStopWith("LM-07");
    }

    [Fact, MatrixRow("MB-10")]
    public void A_policy_of_characters_gives_nothing_else()
    {
        var result = SomeFile.Sanitise("a.pdf", Page(), Characters);
        result.Outcome.ShouldBe(Outcome.Text, result.Describe());
        Encoding.UTF8.GetString(result.Output!).ShouldContain("Visible text");
        SomeFile.Sanitise("a.pdf", Page(), Characters, tools: new NoTools()).ShouldStopWith("LV-00");
        SomeFile.Sanitise("a.pdf", Page(), new() { Levels = [] }).ShouldStopWith("LV-00");
    }

    [Fact, MatrixRow("PD-14")]
    public void A_damaged_file_is_not_drawn_where_the_policy_only_rebuilds() =>
        SomeFile.Sanitise("a.pdf", Page()[..^120], new() { Levels = [SanitiseLevel.Rebuild] }).ShouldStopWith("PD-14");

    private static Dictionary<string, (double Left, double Top)> Boxes(byte[] pdf) =>
        PdfOutput.Text(pdf, "-bbox").Split('\n').Where(l => l.Contains("<word ", StringComparison.Ordinal)).Select(l => l.Split('"', '>', '<'))
            .ToDictionary(p => p[10], p => (double.Parse(p[2], System.Globalization.CultureInfo.InvariantCulture), double.Parse(p[4], System.Globalization.CultureInfo.InvariantCulture)), StringComparer.Ordinal);
}
