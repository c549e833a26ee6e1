using System.Buffers.Binary;
using System.Text;
using Sekisho.Kernel;
using Sekisho.Tests.Sanitizing.Files;
using Sekisho.Tests.Support;
using Sekisho.Verifying;

namespace Sekisho.Tests.Sanitizing.Legacy;

public class IchitaroFileTests
{
    /// <summary>A line header, ruby in records of its own, and the end: what the stream of a short document holds.</summary>
    private const string Units = "\x1C\x10\x0A\0\0\uFFFF\x0A\0\x10\x1F議事録(案)\n\x1C\x01\x07\0\0\x03\x1D潟上\x1E\x05\0\x01\x1F市\n第1回\t会議\0\x1C";

    private static byte[] Stream(string units, int? count = null, string magic = "TextV.01")
    {
        byte[] text = [.. Encoding.ASCII.GetBytes(magic), .. Big(count ?? units.Length), .. Encoding.BigEndianUnicode.GetBytes(units), 0, .. Big(units.Length), 0xFF];
        var blocks = (text.Length + 255) / 256;
        byte[] padded = [.. text, .. new byte[blocks * 256 - text.Length]];
        // The blocks lie in reverse order: a reader that trusts the order reads nonsense.
        var order = Enumerable.Range(0, blocks).Reverse().ToArray();
        return [.. "SsmgV.01"u8, .. Big(1), .. Big(256), .. Big(blocks), .. order.SelectMany(n => padded[(n * 256)..(n * 256 + 256)]), .. Big(0), .. Big(0), .. Big(text.Length), .. Big(blocks), .. Big(blocks), .. order.SelectMany(Big), .. Big(0)];
    }

    private static byte[] Big(int n)
    {
        var b = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(b, n);
        return b;
    }

    [Fact, MatrixRow("JP-01", NearMiss = true)]
    public void The_text_of_a_document_is_given_and_nothing_else()
    {
        var result = SomeFile.Sanitise("議事録.jtd", SomeCompound.Holding("DocumentText", Stream(Units + new string('長', 300))));
        (result.Outcome, result.OutputName).ShouldBe((Outcome.Text, "議事録.txt"), result.Describe());
        Encoding.UTF8.GetString(result.Output!).ShouldBe("\uFEFF議事録(案)\r\n潟上市\r\n第1回\t会議");
        OutputVerifier.Verify(result.Output!, result.OutputType).Forbidden.ShouldBeEmpty();
    }

    public static TheoryData<byte[]> Unread => [Stream(Units, 100_000), Stream(Units, magic: "OtherV.1"), Stream("\x1C\x10\x99\0本文"), [.. "SsmgV.01"u8, .. new byte[600]], Stream("\0"), "short"u8.ToArray()];

    [Theory, MatrixRow("JP-01"), MemberData(nameof(Unread))]
    public void A_stream_that_does_not_agree_with_itself_is_held(byte[] stream) => SomeFile.Sanitise("a.jtd", SomeCompound.Holding("DocumentText", stream)).ShouldStopWith("JP-01", Outcome.Held);

    [Fact, MatrixRow("JP-01")]
    public void A_packed_document_is_held() => SomeFile.Sanitise("a.jttc", SomeCompound.With("JSCompDocument")).ShouldStopWith("JP-01", Outcome.Held);
}
