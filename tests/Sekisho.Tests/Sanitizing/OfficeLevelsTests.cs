using Sekisho.Kernel;
using Sekisho.Kernel.Workers;
using Sekisho.Sanitizing;
using Sekisho.Sanitizing.Identification;
using Sekisho.Sanitizing.Levels;
using Sekisho.Tests.Sanitizing.Files;
using Sekisho.Tests.Support;
using Sekisho.Verifying;

namespace Sekisho.Tests.Sanitizing;

/// <summary>What our own code cannot rebuild goes down the ladder as far as the policy lists; what a row blocks does not.</summary>
public class OfficeLevelsTests
{
    private static readonly byte[] Original = "the original"u8.ToArray();

    /// <summary>The converter's answer is scripted; the rest of the tools is real.</summary>
    private sealed class Converter(byte[]? pdf) : INativeTools
    {
        private readonly VipsTools others = new();
        internal List<byte[]> Converted { get; } = [];

        public Untrusted<byte[]>? Run(NativeTool tool, ReadOnlyMemory<byte> input)
        {
            if (tool != NativeTool.OfficeToPdf) return others.Run(tool, input);
            Converted.Add(input.ToArray());
            return pdf is null ? null : new(pdf);
        }
    }

    private static (byte[] Output, FileKind Written) Run(Func<FindingLog, (byte[], FileKind)> rebuild, Converter tools, FindingLog log, params SanitiseLevel[] levels) =>
        new OfficeLevels(rebuild, Original, new("a.docx", null, new(new()), new() { Levels = levels }, 0, tools), "a.docx", log).Run();

    private static (byte[], FileKind) Fault(FindingLog log) => throw new KeyNotFoundException("a hole in our reader");

    [Fact, MatrixRow("E1")]
    public void A_hole_in_our_own_code_leads_to_a_drawing_and_makes_the_worker_go()
    {
        var (tools, log) = (new Converter(new SomePdf().Catalogue("/OpenAction<</S/JavaScript/JS(x)>>").Build()), new FindingLog());
        var (output, written) = Run(Fault, tools, log, SanitiseLevel.Rebuild, SanitiseLevel.Raster);
        written.ShouldBe(FileKind.Pdf);
        OutputVerifier.Verify(output, "pdf", "Raster").Forbidden.ShouldBeEmpty();
        PdfOutput.Text(output).ShouldContain("Visible text");
        log.Lines.Select(f => (f.Rule, f.Action)).ShouldBe([("E1", FindingAction.Degraded), ("LV-00", FindingAction.Drawn)]);
        tools.Converted.ShouldHaveSingleItem().ShouldBe(Original);
        Sekisho.Commands.Worker.ChildParts.IsSuspicious(log.Lines).ShouldBeTrue();
    }

    [Fact]
    public void What_was_rebuilt_is_drawn_rather_than_the_original()
    {
        var tools = new Converter(new SomePdf().Build());
        Run(_ => ("rebuilt"u8.ToArray(), FileKind.Xlsx), tools, new(), SanitiseLevel.Raster);
        tools.Converted.ShouldHaveSingleItem().ShouldBe("rebuilt"u8.ToArray());
    }

    [Fact, MatrixRow("E1")]
    public void A_policy_that_only_rebuilds_blocks_and_so_does_a_converter_that_lies()
    {
        Should.Throw<FileStop>(() => Run(Fault, new Converter(new SomePdf().Build()), new(), SanitiseLevel.Rebuild)).Rule.ShouldBe("E1");
        Should.Throw<FileStop>(() => Run(Fault, new Converter(null), new(), SanitiseLevel.Rebuild, SanitiseLevel.Raster)).Rule.ShouldBe("LV-00");
        Should.Throw<FileStop>(() => Run(Fault, new Converter("no pdf at all"u8.ToArray()), new(), SanitiseLevel.Raster)).Rule.ShouldBe("LV-00");
        Should.Throw<FileStop>(() => Run(Fault, new Converter("%PDF-1.7 and nothing behind"u8.ToArray()), new(), SanitiseLevel.Raster, SanitiseLevel.Text)).Outcome.ShouldBe(Outcome.Blocked);
    }

    [Fact, MatrixRow("OX-26")]
    public void What_a_row_blocks_is_not_drawn()
    {
        var tools = new Converter(new SomePdf().Build());
        Should.Throw<FileStop>(() => Run(_ => throw new FileStop("OX-26", Outcome.Blocked, "x"), tools, new(), SanitiseLevel.Rebuild, SanitiseLevel.Raster)).Rule.ShouldBe("OX-26");
        tools.Converted.ShouldBeEmpty();
    }
}
