using System.Text;
using Sekisho.Kernel;
using Sekisho.Kernel.Workers;
using Sekisho.Sanitizing;
using Sekisho.Tests.Sanitizing.Files;
using Sekisho.Tests.Support;

namespace Sekisho.Tests.Sanitizing.Pdf;

/// <summary>Section 10, the file around the objects: index, revisions, encryption, prefix and tail, loops.</summary>
public class PdfStructureTests
{
    private static string Latin(byte[] b) => Encoding.Latin1.GetString(b);

    [Fact, MatrixRow("PD-14", NearMiss = true)]
    public void Both_forms_of_index_give_the_same_document()
    {
        var plain = SomeFile.Sanitise("a.pdf", new SomePdf().Build());
        plain.Outcome.ShouldBe(Outcome.Clean, plain.Describe());
        SomeFile.Sanitise("a.pdf", new SomePdf().BuildPacked()).Output.ShouldBe(plain.Output);
        SomeFile.Sanitise("a.pdf", new SomePdf().BuildEscaped()).Output.ShouldBe(plain.Output);
    }

    [Fact, MatrixRow("PD-14")]
    public void An_older_revision_is_gone()
    {
        var result = SomeFile.Sanitise("a.pdf", new SomePdf().BuildUpdated());
        result.ShouldBeSafe("Older text");
        result.ActionOf("PD-14").ShouldBe(FindingAction.Removed);
        result.Findings.First(f => f.Rule == "PD-14").Arguments["n"].ShouldBe("1");
    }

    [Fact, MatrixRow("PD-14")]
    public void A_damaged_index_is_drawn_not_guessed()
    {
        foreach (var damaged in (byte[][])[SomePdf.Latin(Latin(new SomePdf().Build()).Replace("startxref\n", "startxref\n9", StringComparison.Ordinal)), new SomePdf().Build()[..^120], SomePdf.Latin(Latin(new SomePdf().Build()).Replace("5 0 obj", "6 0 obj", StringComparison.Ordinal))])
        {
            var result = SomeFile.Sanitise("a.pdf", damaged);
            result.Outcome.ShouldBe(Outcome.Raster, result.Describe());
            result.ActionOf("PD-14").ShouldBe(FindingAction.Drawn);
            result.ShouldBeSafe("/BaseFont");
            PdfOutput.Drawn(result.Output!).Length.ShouldBeGreaterThan(1_000);
            SomeFile.Sanitise("a.pdf", damaged, tools: new NoTools()).ShouldStopWith("E1");
        }
    }

    [Fact, MatrixRow("PD-14")]
    public void Two_indexes_that_disagree_block()
    {
        var text = Latin(new SomePdf().Build());
        var at = text.IndexOf("xref\n0", StringComparison.Ordinal);
        var stream = "9 0 obj\n<</Type/XRef/Size 10/Index[4 1]/W[1 3 1]/Root 1 0 R/Length 5>>\nstream\n\x01\x00\x00\x0A\x00\nendstream\nendobj\n";
        var hybrid = text[..at] + stream + text[at..].Replace("/Root 1 0 R", FormattableString.Invariant($"/Root 1 0 R/XRefStm {at}"), StringComparison.Ordinal);
        hybrid = hybrid[..(hybrid.LastIndexOf("startxref", StringComparison.Ordinal))] + FormattableString.Invariant($"startxref\n{at + stream.Length}\n%%EOF\n");
        SomeFile.Sanitise("a.pdf", SomePdf.Latin(hybrid)).ShouldStopWith("PD-14");
    }

    [Fact, MatrixRow("PD-14")]
    public void An_index_that_leads_in_a_circle_is_not_followed_for_ever()
    {
        var text = Latin(new SomePdf().Build());
        var at = text.IndexOf("xref\n0", StringComparison.Ordinal);
        SomeFile.Sanitise("a.pdf", SomePdf.Latin(text.Replace("/Root 1 0 R", FormattableString.Invariant($"/Root 1 0 R/Prev {at}"), StringComparison.Ordinal))).Outcome.ShouldBe(Outcome.Raster);
    }

    [Fact, MatrixRow("PD-15", "ID-04")]
    public void Data_before_the_header_blocks_and_white_space_goes()
    {
        SomeFile.Sanitise("a.pdf", [.. "junk in front\n"u8, .. new SomePdf().Build()]).ShouldStopWith("ID-04");
        var result = SomeFile.Sanitise("a.pdf", [0xEF, 0xBB, 0xBF, .. new SomePdf().Build()]);
        result.ShouldBeSafe();
        result.Has("ID-04").ShouldBeTrue(result.Describe());
        PdfOutput.Text(result.Output!).ShouldContain("Visible text");
    }

    [Fact, MatrixRow("PD-15", "ID-05", "ID-06")]
    public void Data_behind_the_end_goes_and_an_archive_behind_it_blocks()
    {
        var result = SomeFile.Sanitise("a.pdf", [.. new SomePdf().Build(), .. "left over bytes"u8]);
        result.ShouldBeSafe("left over");
        result.Has("ID-05").ShouldBeTrue(result.Describe());
        SomeFile.Sanitise("a.pdf", [.. new SomePdf().Build(), .. SomeZip.Of(("x.exe", "MZ"u8.ToArray()))]).ShouldStopWith("ID-06");
        SomeFile.Sanitise("a.pdf", [.. new SomePdf().Build(), .. "<html><script>x</script></html>"u8]).ShouldStopWith("ID-05");
    }

    [Fact, MatrixRow("PD-15", NearMiss = true)]
    public void Line_ends_behind_the_end_are_nothing() => SomeFile.Sanitise("a.pdf", [.. new SomePdf().Build(), 13, 10, 0]).Outcome.ShouldBe(Outcome.Clean);

    [Fact, MatrixRow("PD-15")]
    public void Comments_between_objects_do_not_travel_on() =>
        SomeFile.Sanitise("a.pdf", SomePdf.Relocated(Latin(new SomePdf().Build()[..^1])[..Latin(new SomePdf().Build()).IndexOf("xref\n0", StringComparison.Ordinal)].Replace("\n4 0 obj", "\n% MZ<script>evil\n4 0 obj", StringComparison.Ordinal))).ShouldBeSafe("evil", "script");

    [Theory, MatrixRow("PD-19"), InlineData("/Kids[]"), InlineData("/Kids[2 0 R]"), InlineData("/Kids[9 0 R]")]
    public void A_document_without_pages_blocks(string kids) =>
        SomeFile.Sanitise("a.pdf", SomePdf.Relocated(Latin(new SomePdf().Build())[..Latin(new SomePdf().Build()).IndexOf("xref\n0", StringComparison.Ordinal)].Replace("/Kids[3 0 R]", kids, StringComparison.Ordinal))).ShouldStopWith("PD-19");

    [Fact, MatrixRow("PD-19")]
    public void Loops_end_and_huge_sizes_are_made_sane()
    {
        var outline = SomeFile.Sanitise("a.pdf", new SomePdf().Catalogue("/Outlines 6 0 R").Add("<</First 7 0 R/Last 7 0 R>>").Add("<</Title(One)/Next 8 0 R/First 7 0 R>>").Add("<</Title(Two)/Next 7 0 R/Dest[3 0 R/Fit]>>").Build());
        outline.ShouldBeSafe();
        PdfOutput.Unpacked(outline.Output!).ShouldContain("/Dest");
        SomeFile.Sanitise("a.pdf", new SomePdf().Page("/MediaBox[0 0 9e99 -4]/UserUnit 1e9").Build()).ShouldBeSafe("/UserUnit");
        SomeFile.Sanitise("a.pdf", new SomePdf().Catalogue("/Names<</Dests 6 0 R>>").Page("/Annots[<</Subtype/Link/Rect[0 0 1 1]/Dest(x)>>]").Add("<</Kids[6 0 R]>>").Build()).ShouldBeSafe();
    }

    [Fact, MatrixRow("PD-19", NearMiss = true)]
    public void A_shared_page_shows_twice()
    {
        var body = Latin(new SomePdf().Build());
        var result = SomeFile.Sanitise("a.pdf", SomePdf.Relocated(body[..body.IndexOf("xref\n0", StringComparison.Ordinal)].Replace("/Kids[3 0 R]", "/Kids[3 0 R 3 0 R]", StringComparison.Ordinal)));
        result.ShouldBeSafe();
        PdfOutput.Text(result.Output!).Split("Visible text").Length.ShouldBe(3);
    }

    [Fact, MatrixRow("LM-07", "LM-13")]
    public void Limits_of_the_structure_block()
    {
        SomeFile.Sanitise("a.pdf", new SomePdf().Build(), limits: new() { Pdf = new() { Pages = 0 } }).ShouldStopWith("LM-07");
        SomeFile.Sanitise("a.pdf", new SomePdf().Build(), limits: new() { Pdf = new() { Objects = 3 } }).ShouldStopWith("LM-13");
        SomeFile.Sanitise("a.pdf", new SomePdf().Catalogue("/X" + new string('[', 300) + new string(']', 300)).Build()).ShouldStopWith("LM-13");
        SomeFile.Sanitise("a.pdf", new SomePdf().Page("/Contents 6 0 R").AddStream("/Filter[/AHx/AHx/AHx/AHx/AHx]", "00>").Build()).ShouldStopWith("LM-13");
        SomeFile.Sanitise("a.pdf", new SomePdf().Page("/Contents 6 0 R").AddStream("/Filter/FlateDecode", SomePdf.Deflate(new byte[8 << 20])).Build()).ShouldStopWith("LM-03");
    }

    [Fact, MatrixRow("LM-07", "LM-13", NearMiss = true)]
    public void A_document_within_the_limits_is_kept() => SomeFile.Sanitise("a.pdf", new SomePdf().Build(), limits: new() { Pdf = new() { Pages = 1, Objects = 20, Operators = 10 } }).Outcome.ShouldBe(Outcome.Clean);
}
