using System.Text;
using Sekisho.Mime.Reading;

namespace Sekisho.Tests.Mime.Reading;

public class MimeReaderTests
{
    [Fact]
    public void A_plain_nested_message_is_read_without_a_note()
    {
        var read = Raw.Read("From: a@example.jp", "Content-Type: multipart/mixed; boundary=\"out\"", "", "--out", "Content-Type: multipart/alternative; boundary=inn", "",
            "--inn", "Content-Type: text/plain", "", "plain", "--inn", "Content-Type: text/html", "", "<b>html</b>", "--inn--", "--out",
            "Content-Type: image/png; name=\"a.png\"", "Content-Transfer-Encoding: base64", "", "AAEC", "--out--", "");
        read.Notes.ShouldBeEmpty();
        read.Root.Children.Count.ShouldBe(2);
        read.Root.Children[0].Children[1].Place.ShouldBe("1.2");
        Encoding.ASCII.GetString(Raw.Content(read.Root.Children[0].Children[0])).ShouldBe("plain");
        Raw.Content(read.Root.Children[1]).ShouldBe([0, 1, 2]);
    }

    public static TheoryData<string, string[]> Ambiguous => new()
    {
        { "MI-01 two boundary parameters", ["Content-Type: multipart/mixed; boundary=a; boundary=b", "", "--a", "", "x", "--a--"] },
        { "MI-01 two Content-Type fields", ["Content-Type: multipart/mixed; boundary=a", "Content-Type: text/plain", "", "--a", "", "x", "--a--"] },
        { "MI-01 plain and extended boundary", ["Content-Type: multipart/mixed; boundary=a; boundary*=us-ascii''b", "", "--a", "", "x", "--a--"] },
        { "MI-01 encoded word in a boundary", ["Content-Type: multipart/mixed; boundary=\"=?us-ascii?Q?b?=\"", "", "--b", "", "x", "--b--"] },
        { "MI-01 boundary ends in hyphens", ["Content-Type: multipart/mixed; boundary=\"a--\"", "", "--a--", "", "x", "--a----"] },
        { "MI-01 boundary of 71 characters", ["Content-Type: multipart/mixed; boundary=" + new string('a', 71), "", "--" + new string('a', 71), "", "x"] },
        { "MI-01 a delimiter that goes on", ["Content-Type: multipart/mixed; boundary=a", "", "--a", "", "x", "--ab", "", "y", "--a--"] },
        { "MI-01 the parent's boundary", ["Content-Type: multipart/mixed; boundary=a", "", "--a", "Content-Type: multipart/mixed; boundary=a", "", "x", "--a--"] },
        { "MI-02 a structural field with a blank before its colon", ["Content-Type : text/html", "", "x"] },
        { "MI-02 a field that shapes the message after a blank line", ["Subject: x", " ", "Content-Type: text/html", "", "x"] },
        { "MI-02 a field that shapes the message after a line without a colon", ["Subject: x", "no field", "Content-Transfer-Encoding: base64", "", "eHg="] },
        { "MI-02 a lone CR in the header", ["Subject: x\rContent-Type: text/html", "", "x"] },
        { "MI-03 data after padding", ["Content-Transfer-Encoding: base64", "", "QUE=QkI="] },
        { "MI-03 unknown transfer encoding", ["Content-Transfer-Encoding: x-rot13", "", "uryyb"] },
        { "MI-03 encoded multipart", ["Content-Type: multipart/mixed; boundary=a", "Content-Transfer-Encoding: base64", "", "--a", "", "x", "--a--"] },
        { "MI-08 a part after the closing delimiter", ["Content-Type: multipart/mixed; boundary=a", "", "--a", "", "x", "--a--", "--a", "", "y"] },
        { "MI-10 a multipart without a boundary", ["Content-Type: multipart/mixed", "", "x"] },
        { "MI-10 no part at all", ["Content-Type: multipart/mixed; boundary=a", "", "x"] },
    };

    [Theory]
    [MemberData(nameof(Ambiguous))]
    public void What_two_readers_see_differently_is_ambiguous(string trick, string[] lines)
    {
        var read = Raw.Read(lines);
        read.IsAmbiguous.ShouldBeTrue(trick);
        read.Notes.Where(n => n.Kind == NoteKind.Ambiguous).Select(n => n.Rule).ShouldContain(trick[..5]);
    }

    public static TheoryData<string, string[]> NearMisses => new()
    {
        { "the same field twice, equal", ["Content-Type: text/plain; charset=utf-8", "Content-Type: text/plain;charset=UTF-8", "", "x"] },
        { "an open boundary with equals signs", ["Content-Type: multipart/mixed; boundary=----=_Part_1", "", "------=_Part_1", "", "x", "------=_Part_1--"] },
        { "blanks after a delimiter", ["Content-Type: multipart/mixed; boundary=a", "", "--a  ", "", "x", "--a--  "] },
        { "a comment in a field", ["Content-Type: text/plain (old (program)); charset=us-ascii", "", "x"] },
        { "a blank folded line inside a subject with nothing shaping after it", ["Content-Type: text/plain", "Subject: x", " ", " y", "", "x"] },
        { "base64 with blanks at line ends and no padding", ["Content-Transfer-Encoding: base64", "", "QUFB ", "QUE"] },
        { "bare line feeds", ["Content-Type: multipart/mixed; boundary=a\n\n--a\n\nx\n--a--\n"] },
        { "a last part that was cut", ["Content-Type: multipart/mixed; boundary=a", "", "--a", "", "x"] },
    };

    [Theory]
    [MemberData(nameof(NearMisses))]
    public void Harmless_mail_of_the_same_shape_is_not_ambiguous(string what, string[] lines) => Raw.Read(lines).IsAmbiguous.ShouldBeFalse(what);

    [Theory]
    [InlineData(600, 1), InlineData(1, 12)]
    public void LM_15_too_many_or_too_deep_parts_end_the_reading(int parts, int depth)
    {
        var lines = new List<string>();
        for (var d = 0; d < depth; d++) lines.AddRange([$"Content-Type: multipart/mixed; boundary=b{d}x", "", $"--b{d}x"]);
        for (var p = 0; p < parts; p++) lines.AddRange(["", "x", $"--b{depth - 1}x"]);
        Raw.Read([.. lines]).IsOverLimit.ShouldBeTrue();
    }

    [Fact]
    public void LM_15_a_header_without_end_ends_the_reading() =>
        Raw.Read([.. Enumerable.Repeat("X-A: b", 1_001), "", "x"]).IsOverLimit.ShouldBeTrue();

    [Fact]
    public void No_bytes_make_it_throw()
    {
        var seed = Raw.Bytes("From: a@b", "Content-Type: multipart/mixed; boundary=\"a\"; x*0*=utf-8''%", "", "--a", "Content-Disposition: attachment; filename*1=b; filename=\"\\", "",
            "x", "--a", "Content-Transfer-Encoding: base64", "", "AA=A=", "--a--");
        for (var i = 0; i < seed.Length; i++)
        {
            foreach (var value in new byte[] { 0, 10, 13, 34, 92, 255 })
            {
                var damaged = (byte[])seed.Clone();
                damaged[i] = value;
                MimeReader.Read(new(damaged), new()).Root.ShouldNotBeNull();
                MimeReader.Read(new(damaged[..i]), new()).Root.ShouldNotBeNull();
            }
        }
    }
}
