using System.IO.Compression;
using System.Text;
using Sekisho.Kernel;
using Sekisho.Tests.Sanitizing.Files;
using Sekisho.Tests.Support;

namespace Sekisho.Tests.Sanitizing.Archives;

public class ArchiveFileTests
{
    private static readonly byte[] Hello = "こんにちは"u8.ToArray();

    private static IReadOnlyList<string> NamesOf(byte[] zip)
    {
        using var archive = new ZipArchive(new MemoryStream(zip));
        return [.. archive.Entries.Select(e => e.FullName)];
    }

    [Fact, MatrixRow("NM-01", "ZP-00")]
    public void Names_in_cp932_come_out_in_utf8_in_their_folders()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var result = SomeFile.Sanitise("資料.zip", new SomeZip().Add(new SomeZip.Entry(Encoding.GetEncoding(932).GetBytes("表/予算ソ.txt"), Hello)).Build());
        NamesOf(result.Output!).ShouldBe(["表/予算ソ.txt"]);
        result.Has("NM-01").ShouldBeTrue();
    }

    [Fact, MatrixRow("OX-01")]
    public void Every_child_goes_through_the_whole_engine_and_is_listed_for_the_scanner()
    {
        var docm = SomeOffice.Docx(SomeOffice.P("本文"), "application/vnd.ms-word.document.macroEnabled.main+xml").Build();
        var result = SomeFile.Sanitise("a.zip", SomeZip.Of(("内/書類.docm", docm), ("x.zip", SomeZip.Of(("深い.txt", Hello)))));
        NamesOf(result.Output!).ShouldBe(["x.zip", "内/書類.docx"]);
        result.Children.Select(c => c.Name).ShouldBe(["内/書類.docm", "x.zip", "x.zip/深い.txt"]);
        result.Outcome.ShouldBe(Outcome.Cleaned);
        UntrustedAccess.Open(result.Children[0].Input).ShouldBe(docm);
    }

    [Fact, MatrixRow("ZP-00", "BK-01")]
    public void A_blocked_child_blocks_the_whole_or_leaves_a_note_by_policy()
    {
        var zip = SomeZip.Of(("a.txt", Hello), ("b.exe", "MZ\x90\0\x03\0\0\0"u8.ToArray()));
        SomeFile.Sanitise("a.zip", zip).ShouldStopWith("BK-01");
        var result = SomeFile.Sanitise("a.zip", zip, new() { ArchiveWhole = false });
        NamesOf(result.Output!).ShouldBe(["a.txt", "b.exe.遮断理由.txt"]);
        result.Outcome.ShouldBe(Outcome.Cleaned);
    }

    [Theory, MatrixRow("NM-07", "ZP-03"), InlineData("../x.txt"), InlineData("/etc/x.txt"), InlineData("C:/x.txt"), InlineData("a/../../x.txt"), InlineData("a\\..\\..\\x.txt"), InlineData("．．/x.txt")]
    public void An_entry_that_climbs_out_blocks_the_whole(string name) => SomeFile.Sanitise("a.zip", SomeZip.Of((name, Hello)), new() { ArchiveWhole = false }).ShouldStopWith("NM-07");

    [Theory, MatrixRow("ZP-02"), InlineData("a.txt", "A.TXT"), InlineData("が.txt", "か\u3099.txt"), InlineData("a.txt", "a.txt "), InlineData("a/b.txt", "a\\b.txt"), InlineData("a", "a/b.txt")]
    public void Two_names_that_are_one_on_some_system_block(string one, string two) => SomeFile.Sanitise("a.zip", SomeZip.Of((one, Hello), (two, Hello))).ShouldStopWith("ZP-02");

    [Fact, MatrixRow("NM-11", NearMiss = true)]
    public void Names_that_become_equal_by_conversion_are_numbered()
    {
        var result = SomeFile.Sanitise("a.zip", SomeZip.Of(("図.bmp", SomePicture.Bmp()), ("図.png", SomePicture.Png())));
        NamesOf(result.Output!).ShouldBe(["図 (2).png", "図.png"], ignoreOrder: true);
        result.Has("NM-11").ShouldBeTrue();
    }

    [Fact, MatrixRow("LM-05")]
    public void Nesting_beyond_the_limit_blocks()
    {
        var zip = SomeZip.Of(("a.txt", Hello));
        for (var n = 0; n < 6; n++) zip = SomeZip.Of(("in.zip", zip));
        SomeFile.Sanitise("a.zip", zip).ShouldStopWith("LM-05");
    }

    [Fact, MatrixRow("LM-02")]
    public void Nested_archives_spend_one_budget()
    {
        var inner = SomeZip.Of(("a.txt", Encoding.ASCII.GetBytes(string.Concat(Enumerable.Range(0, 400)))));
        SomeFile.Sanitise("a.zip", SomeZip.Of(("1.zip", inner), ("2.zip", inner)), limits: new() { ExpandedBytes = 2_500 }).ShouldStopWith("LM-02");
        SomeFile.Sanitise("a.zip", SomeZip.Of(("1.zip", inner)), limits: new() { ExpandedBytes = 2_500 }).Output.ShouldNotBeNull();
    }

    [Fact, MatrixRow("ZP-07")]
    public void A_held_child_holds_the_archive() =>
        SomeFile.Sanitise("a.zip", SomeZip.Of(("a.docx", SomeCompound.With("EncryptedPackage"))), new() { ArchiveWhole = false }).ShouldStopWith("OX-24", Outcome.Held);

    [Fact, MatrixRow("E4", "E5")]
    public void The_same_archive_gives_the_same_bytes_and_its_output_too()
    {
        var zip = SomeZip.Of(("b.txt", Hello), ("a/図.png", SomePicture.Png()));
        var first = SomeFile.Sanitise("a.zip", zip).Output!;
        SomeFile.Sanitise("a.zip", zip).Output.ShouldBe(first);
        var second = SomeFile.Sanitise("a.zip", first);
        second.Output.ShouldBe(first);
        second.Outcome.ShouldBe(Outcome.Clean, second.Describe());
    }
}
