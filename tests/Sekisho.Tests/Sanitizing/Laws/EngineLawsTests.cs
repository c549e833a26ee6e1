using System.IO.Compression;
using System.Text;
using Sekisho.Kernel;
using Sekisho.Kernel.Workers;
using Sekisho.Sanitizing;
using Sekisho.Sanitizing.Identification;
using Sekisho.Tests.Sanitizing.Files;
using Sekisho.Tests.Sanitizing.Fuzz;
using Sekisho.Tests.Support;
using Sekisho.Verifying;

namespace Sekisho.Tests.Sanitizing.Laws;

/// <summary>The laws E1 to E10 of the engine, each tried on every format of one table.</summary>
public class EngineLawsTests
{
    // In ASCII letters where the name must stay a file's name; the extension is the format's.
    private const string HostileName = "..\\..\\etc/\u202Egpj\u200B<script>\r\nBcc: x;$(id)";

    public static TheoryData<string> Formats => [.. FormatSamples.All.Keys];
    public static TheoryData<string> Groups => [.. FuzzFormats.Groups.Keys];

    private static readonly Lazy<FuzzSeeds> Seeds = new(() => new(Path.Combine(SharedFiles.RepositoryRoot, "tests", "corpus"), ""));

    private static FormatSample Sample(string format) => FormatSamples.All[format].Value;

    [Theory, MatrixRow("E1"), MemberData(nameof(Formats))]
    public void E1_what_is_cut_short_or_spoiled_is_stopped_or_safe(string format)
    {
        var sample = Sample(format);
        var (whole, r) = (sample.Harmless, new Random(5));
        for (var n = 0; n < 12; n++)
        {
            var spoiled = n < 4 ? whole[..(whole.Length * (n + 1) / 5)] : Pieces.Bytes(whole, r);
            var result = sample.Run(spoiled);
            if (result.Outcome is Outcome.Held or Outcome.Blocked) result.Output.ShouldBeNull();
            else OutputVerifier.Verify(result.Output.ShouldNotBeNull(), result.OutputType).Forbidden.ShouldBeEmpty("change " + n);
        }
    }

    [Theory, MatrixRow("E2", "E7"), MemberData(nameof(Formats))]
    public void E2_E7_what_no_list_names_is_not_written_and_is_told(string format)
    {
        var sample = Sample(format);
        if (sample.Planted is not { } planted) return;
        Everywhere(planted).ShouldContain(b => Has(b, FormatSample.Mark), "the mark is in the input");
        var result = sample.Run(planted);
        result.Outcome.ShouldNotBe(Outcome.Clean, "something was left out and said");
        result.Findings.Concat(result.Children.SelectMany(c => c.Findings)).ShouldNotBeEmpty();
        if (result.Output is { } output) Everywhere(output).ShouldNotContain(b => Has(b, FormatSample.Mark));
    }

    [Theory, MatrixRow("E3", "E8"), MemberData(nameof(Formats))]
    public void E3_E8_the_other_reader_accepts_it_and_it_is_one_thing_only(string format)
    {
        var result = Delivered(format);
        OutputVerifier.Verify(result.Output!, result.OutputType).Forbidden.ShouldBeEmpty();
        var found = Identifier.Identify(result.Output!, new(new()));
        found.Polyglot.ShouldBeEmpty();
        found.End.ShouldBe(result.Output!.Length);
        Sample(format).Run(result.Output, result.OutputName).DetectedType.ShouldBe(result.OutputType);
    }

    [Theory, MatrixRow("E4"), MemberData(nameof(Formats))]
    public void E4_a_second_time_there_is_nothing_to_do(string format)
    {
        var first = Delivered(format);
        var again = new FormatSample(first.OutputName, first.Output!).Run(first.Output!);
        again.Outcome.ShouldBe(Outcome.Clean, again.Describe());
        again.OutputName.ShouldBe(first.OutputName);
        if (first.OutputType is "jpeg")
        {
            var (one, two) = (JpegWalk.Read(first.Output!)!, JpegWalk.Read(again.Output!)!);
            (two.Width, two.Height).ShouldBe((one.Width, one.Height));
        }
        else again.Output.ShouldBe(first.Output);
    }

    [Theory, MatrixRow("E5"), MemberData(nameof(Formats))]
    public void E5_the_same_input_gives_the_same_answer(string format)
    {
        var (one, two) = (Delivered(format), Delivered(format));
        two.Output.ShouldBe(one.Output);
        two.Describe().ShouldBe(one.Describe());
    }

    [Theory, MatrixRow("E6", "E10"), MemberData(nameof(Formats))]
    public void E6_E10_a_hostile_name_reaches_no_name_and_no_report(string format)
    {
        var sample = Sample(format);
        var result = sample.Run(sample.Harmless, HostileName + Path.GetExtension(sample.File));
        result.OutputName.ShouldNotBeEmpty();
        result.OutputName.AsSpan().IndexOfAny("/\\<>:\"|?*\r\n\u202E\u200B").ShouldBe(-1, result.OutputName);
        foreach (var f in result.Findings)
            foreach (var shown in (string[])[f.Place, .. f.Arguments.Values, FindingSentences.Of(f)])
            {
                shown.Any(c => char.IsControl(c) || c is '\u202E' or '\u200B').ShouldBeFalse(shown);
                shown.ShouldNotContain("http://");
                shown.ShouldNotContain("https://");
            }
    }

    /// <summary>The tools stand for a worker's siblings: one that fails, answers what it was given, or answers rubbish gives nothing that was not rebuilt.</summary>
    [Theory, MatrixRow("E1", "E9"), MemberData(nameof(Formats))]
    public void E9_a_tool_that_fails_or_lies_gives_nothing_unread(string format)
    {
        var sample = Sample(format);
        foreach (var tools in (INativeTools[])[new NoTools(), new Lying(i => i), new Lying(_ => "MZ\0\0rubbish"u8.ToArray()), new Lying(i => [.. i, .. "PK\x05\x06"u8]), new Half(new LawTools(sample.Folder)), new Lying(_ => SomePicture.Png(3, 2))])
        {
            var result = sample.Run(sample.Harmless, tools: tools);
            if (result.Output is { } output) OutputVerifier.Verify(output, result.OutputType).Forbidden.ShouldBeEmpty();
            else result.Outcome.ShouldBeOneOf(Outcome.Held, Outcome.Blocked);
        }
    }

    /// <summary>A small share of <c>./bench fuzz</c>: changes by the structure of each format.</summary>
    [Theory, MatrixRow("E1", "E3", "E4", "E5", "E8"), MemberData(nameof(Groups))]
    public void Changed_files_keep_the_laws(string group)
    {
        for (var number = 0; number < 15; number++)
            new FuzzItem(Seeds.Value, FuzzFormats.Groups[group], 7, number).Check().Fault.ShouldBeNull(group + " item " + number);
    }

    private sealed class Lying(Func<byte[], byte[]> answer) : INativeTools
    {
        public Untrusted<byte[]>? Run(NativeTool tool, ReadOnlyMemory<byte> input) => new(answer(input.ToArray()));
    }

    /// <summary>Says that all is well and gives half of it.</summary>
    private sealed class Half(INativeTools honest) : INativeTools
    {
        public Untrusted<byte[]>? Run(NativeTool tool, ReadOnlyMemory<byte> input) => honest.Run(tool, input) is { } whole ? new(UntrustedAccess.Open(whole)[..(UntrustedAccess.Open(whole).Length / 2)]) : null;
    }

    private static FileResult Delivered(string format)
    {
        var result = Sample(format).Run(Sample(format).Harmless);
        result.Output.ShouldNotBeNull(result.Describe());
        return result;
    }

    private static bool Has(byte[] bytes, string mark) => bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(mark)) >= 0;

    /// <summary>The bytes, what its members unpack to, and what streams of a PDF hold.</summary>
    private static IEnumerable<byte[]> Everywhere(byte[] b)
    {
        yield return b;
        if (b.AsSpan().StartsWith("PK"u8))
        {
            using var zip = new ZipArchive(new MemoryStream(b));
            foreach (var entry in zip.Entries)
            {
                using var stream = entry.Open();
                var data = new MemoryStream();
                stream.CopyTo(data);
                foreach (var inside in Everywhere(data.ToArray())) yield return inside;
            }
        }
        for (var at = b.AsSpan().IndexOf("stream\n"u8); at >= 0; at = Next(b, at))
            if (Packages.Inflate(b[(at + 7)..]) is { } plain) yield return plain;
    }

    private static int Next(byte[] b, int at) => b.AsSpan(at + 7).IndexOf("\nstream\n"u8) is >= 0 and var n ? at + 8 + n : -1;
}
