using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Sekisho.Mime;
using Sekisho.Mime.Parts;
using Sekisho.Mime.Writing;

namespace Sekisho.Tests.Mime.Writing;

public class MailWriterTests
{
    [Fact]
    public void Long_lines_japanese_and_odd_names_come_out_as_short_ascii_lines()
    {
        var text = Encoding.Latin1.GetString(MailWriter.Write(Message(new string('長', 3_000) + "\n.点で始まる\nFrom 行", "件名が" + new string('長', 300) + "い")));
        text.ShouldNotContain("\u0080");
        foreach (var line in text.Split("\r\n"))
        {
            line.Length.ShouldBeLessThanOrEqualTo(998);
            line.AsSpan().ContainsAny('\r', '\n').ShouldBeFalse();
            line.AsSpan().ContainsAnyExceptInRange(' ', '~').ShouldBeFalse(line);
        }
    }

    [Fact]
    public void A_line_break_in_a_subject_or_a_name_never_makes_a_header()
    {
        var message = Message("本文", "件名\r\nBcc: victim@example.jp\r\n\r\n本文の偽物") with
        {
            To = [MailAddress.Parse("to@example.jp", "名\r\nBcc: x@example.jp")!],
        };
        var header = Encoding.ASCII.GetString(MailWriter.Write(message)).Split("\r\n\r\n")[0];
        header.Split("\r\n").ShouldNotContain(l => l.StartsWith("Bcc", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("a@b\r\nX: y"), InlineData("a b@example.jp"), InlineData("a@example..jp"), InlineData("\"a\"@example.jp"), InlineData("a@[192.0.2.1]"), InlineData("@a:b@example.jp"), InlineData("あ@example.jp"), InlineData("a.@example.jp")]
    public void Addresses_of_other_forms_do_not_exist(string address) => MailAddress.Parse(address).ShouldBeNull();

    [Fact]
    public void An_unlisted_field_cannot_be_written() => Should.Throw<ArgumentException>(() => new ExtraField("Bcc", "x@example.jp"));

    [Fact]
    public void Equal_models_give_equal_bytes()
    {
        var same = (string body, string subject) => MailWriter.Write(Message(body, subject)).SequenceEqual(MailWriter.Write(Message(body, subject)));
        Prop.ForAll<NonNull<string>, NonNull<string>>((body, subject) => same(body.Get, subject.Get)).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_boundary_never_stands_in_the_parts()
    {
        var inner = new MultipartPart("mixed", [new TextPart("--=_0123\n--"), new FilePart("表計算.xlsx", "application/octet-stream", [1, 2, 3])]);
        var text = Encoding.ASCII.GetString(MailWriter.Write(Message("") with { Body = new MultipartPart("mixed", [inner, new TextPart("x")]) }));
        var boundaries = text.Split("\r\n").Where(l => l.StartsWith(" boundary=", StringComparison.Ordinal)).ToList();
        boundaries.Distinct().Count().ShouldBe(2);
    }

    private static MailMessage Message(string body, string subject = "件名") => new()
    {
        From = [MailAddress.Parse("sender@example.jp", "送信者")!],
        To = [MailAddress.Parse("to@example.jp")!],
        Subject = subject,
        Date = new DateTimeOffset(2026, 4, 1, 9, 0, 0, TimeSpan.FromHours(9)),
        MessageId = "<1@example.jp>",
        Body = new TextPart(body),
    };
}
