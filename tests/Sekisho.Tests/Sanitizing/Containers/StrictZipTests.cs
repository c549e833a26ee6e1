using System.Text;
using Sekisho.Kernel;
using Sekisho.Tests.Sanitizing.Files;
using Sekisho.Tests.Support;

namespace Sekisho.Tests.Sanitizing.Containers;

public class StrictZipTests
{
    private static readonly byte[] Hello = "こんにちは"u8.ToArray();
    private static SomeZip.Entry Entry(string name = "a.txt") => new(Encoding.ASCII.GetBytes(name), Hello);
    private static byte[] With(SomeZip.Entry entry) => new SomeZip().Add(entry).Build();

    [Fact, MatrixRow("ZP-01", NearMiss = true)]
    public void Honest_archives_of_every_usual_form_pass()
    {
        foreach (var entry in (SomeZip.Entry[])[Entry(), Entry() with { Stored = true }, Entry() with { Descriptor = true }, Entry() with { UnixMode = 0x81A4 }])
            SomeFile.Sanitise("a.zip", With(entry)).Output.ShouldNotBeNull();
        SomeFile.Sanitise("a.zip", new SomeZip { Comment = "覚書"u8.ToArray() }.Add("a.txt", Hello).Build()).Outcome.ShouldBe(Outcome.Cleaned);
    }

    [Fact, MatrixRow("ZP-01")]
    public void A_directory_that_differs_from_what_stands_in_the_file_blocks()
    {
        SomeZip[] lies =
        [
            new SomeZip().Add(Entry() with { LocalName = "a.exe"u8.ToArray() }), new SomeZip().Add(Entry() with { CentralCrc = 1 }), new SomeZip().Add(Entry() with { CentralSize = 3 }), new SomeZip().Add(Entry() with { Behind = "hidden"u8.ToArray() }),
            new SomeZip().Add(Entry() with { BehindDeflate = "hidden"u8.ToArray() }), new SomeZip { CountLie = 1 }.Add(Entry()), new SomeZip { CountLie = -1 }.Add(Entry()).Add(Entry("b.txt")), new SomeZip { Comment = [.. "PK\x05\x06"u8, .. new byte[18]] }.Add(Entry()),
        ];
        foreach (var lie in lies) SomeFile.Sanitise("a.zip", lie.Build()).ShouldStopWith("ZP-01");
    }

    [Fact, MatrixRow("LM-06")]
    public void Two_entries_on_the_same_bytes_block() =>
        SomeFile.Sanitise("a.zip", new SomeZip().Add(Entry()).Add(Entry() with { LocalOffset = 0 }).Build()).ShouldStopWith("LM-06");

    [Fact, MatrixRow("ZP-04")]
    public void A_symbolic_link_blocks() => SomeFile.Sanitise("a.zip", With(Entry() with { UnixMode = 0xA1FF })).ShouldStopWith("ZP-04");

    [Theory, MatrixRow("ZP-06"), InlineData(9), InlineData(12), InlineData(14), InlineData(93), InlineData(98)]
    public void Other_methods_block(int method) => SomeFile.Sanitise("a.zip", With(Entry() with { Method = method })).ShouldStopWith("ZP-06");

    [Fact, MatrixRow("ZP-07")]
    public void Encrypted_archives_are_held()
    {
        SomeFile.Sanitise("a.zip", With(Entry() with { Flags = 1 })).ShouldStopWith("ZP-07", Outcome.Held);
        SomeFile.Sanitise("a.zip", With(Entry() with { Flags = 1, Method = 99 })).ShouldStopWith("ZP-07", Outcome.Held);
    }

    [Fact, MatrixRow("LM-03", "LM-02", "LM-04")]
    public void Bombs_block_on_the_first_limit_they_meet()
    {
        SomeFile.Sanitise("a.zip", SomeZip.Of(("a.txt", new byte[8 << 20]))).ShouldStopWith("LM-03");
        SomeFile.Sanitise("a.zip", SomeZip.Of(("a.txt", Hello), ("b.txt", Hello)), limits: new() { ExpandedBytes = 20 }).ShouldStopWith("LM-02");
        SomeFile.Sanitise("a.zip", SomeZip.Of(("a.txt", Hello), ("b.txt", Hello), ("c.txt", Hello)), limits: new() { EntriesPerArchive = 2 }).ShouldStopWith("LM-04");
    }

    [Fact, MatrixRow("ID-05")]
    public void A_tail_goes_and_a_tail_that_is_a_file_blocks()
    {
        var result = SomeFile.Sanitise("a.zip", new SomeZip { Tail = [1, 2, 3, 200] }.Add(Entry()).Build());
        result.Has("ID-05").ShouldBeTrue(result.Describe());
        result.Outcome.ShouldBe(Outcome.Cleaned);
        SomeFile.Sanitise("a.zip", new SomeZip { Tail = SomePicture.Png() }.Add(Entry()).Build()).ShouldStopWith("ID-05");
    }
}
