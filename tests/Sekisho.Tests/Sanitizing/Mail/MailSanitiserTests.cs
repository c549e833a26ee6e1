using System.Text;
using Sekisho.Kernel;
using Sekisho.Mime.Parts;

namespace Sekisho.Tests.Sanitizing.Mail;

public class MailSanitiserTests
{
    private static readonly byte[] Exe = [0x4D, 0x5A, .. new byte[200]];

    [Fact, Support.MatrixRow("MB-06", "MI-14", NearMiss = true)]
    public void Plain_mail_is_delivered_clean_with_its_threading_headers()
    {
        var mail = Treat.Message(new TextPart("おはようございます。\n二行目")) with { InReplyTo = ["<0@example.jp>"], References = ["<r@example.jp>", "<0@example.jp>"] };
        var result = Treat.Of(mail);
        result.Outcome.ShouldBe(Outcome.Clean);
        result.After.ShouldBe("おはようございます。\n二行目");
        result.Subject.ShouldBe("件名");
        var text = Treat.Text(result);
        text.ShouldContain("Message-ID: <1@example.jp>\r\n");
        text.ShouldContain("In-Reply-To: <0@example.jp>\r\n");
        text.ShouldContain("References: <r@example.jp> <0@example.jp>\r\n");
        text.ShouldContain("X-Sekisho-Record: R-1\r\n");
        Treat.IsUnchanged(result).ShouldBeTrue();
    }

    [Fact]
    public void Jis_html_mail_becomes_plain_text_that_shows_where_links_go()
    {
        var html = "<html><body onload='x()'><p>お知らせ</p><a href='https://evil.example.com/a?b=1'>https://bank.example.jp</a><script>x</script><img src='https://t.example.com/1.gif'></body></html>";
        var result = Treat.Of(new TextPart(html, "html", "iso-2022-jp"));
        result.Outcome.ShouldBe(Outcome.Cleaned);
        result.After.ShouldContain("hxxps://evil[.]example[.]com/a?b=1");
        result.After.ShouldContain("⚠");
        result.After.ShouldNotContain("https://");
        Treat.Rules(result).ShouldContain("HT-01");
        Treat.Rules(result).ShouldContain("HT-04");
        Treat.Rules(result).ShouldContain("HT-08");
        Treat.Rules(result).ShouldContain("MB-01");
        Treat.Text(result).ShouldNotContain("text/html");
        Treat.IsUnchanged(result).ShouldBeTrue();
    }

    [Fact, Support.MatrixRow("MB-06", "MB-09")]
    public void A_part_that_is_not_delivered_is_replaced_by_its_note_and_the_mail_goes_on()
    {
        var result = Treat.Of(new MultipartPart("mixed", [new TextPart("本文"), new FilePart("請求書.exe", "application/octet-stream", Exe), new FilePart("メモ.txt", "text/plain", Encoding.UTF8.GetBytes("メモ"))]));
        result.Outcome.ShouldBe(Outcome.Cleaned);
        result.Parts.Select(p => p.OutputName).ShouldBe(["請求書.exe.遮断.txt", "メモ.txt"]);
        result.Parts[0].IsNote.ShouldBeTrue();
        var note = Encoding.UTF8.GetString(result.Parts[0].Output);
        note.ShouldContain(Digest.Of(Exe).Hex);
        note.ShouldContain("R-1");
        note.ShouldContain("実行ファイルのため遮断しました。");
        result.After.ShouldContain("請求書.exe");
        Treat.Text(result).ShouldNotContain(Convert.ToBase64String(Exe)[..8]);
        Treat.IsUnchanged(result).ShouldBeTrue();
    }

    [Fact]
    public void An_ambiguous_mail_is_held_and_what_a_release_would_deliver_is_ours()
    {
        var result = Treat.Lines("From: a@example.jp", "Content-Type: multipart/mixed; boundary=a; boundary=b", "", "--a", "", "x", "--a--", "--b", "", "y", "--b--");
        result.Outcome.ShouldBe(Outcome.Held);
        Treat.Rules(result).ShouldContain("MI-01");
        Treat.Text(result).ShouldNotContain("--a");
    }

    [Fact]
    public void NM_03_two_names_with_two_extensions_stop_the_part_but_not_the_mail()
    {
        var result = Treat.Lines("From: a@example.jp", "Content-Type: multipart/mixed; boundary=a", "", "--a", "", "本文", "--a",
            "Content-Type: application/pdf; name=\"a.exe\"", "Content-Disposition: attachment; filename=\"a.pdf\"", "", "x", "--a--");
        result.Outcome.ShouldBe(Outcome.Cleaned);
        Treat.Rules(result).ShouldContain("NM-03");
        result.Parts.Single().IsNote.ShouldBeTrue();
    }

    [Fact]
    public void MI_06_a_mail_in_a_mail_is_unfolded_into_text_and_files()
    {
        var inner = Treat.Message(new MultipartPart("mixed", [new TextPart("中の本文 https://example.com/"), new FilePart("a.exe", "application/octet-stream", Exe)]), "転送元の件名");
        var result = Treat.Of(new MultipartPart("mixed", [new TextPart("外の本文"), new MessagePart(inner)]));
        result.Parts.Select(p => p.OutputName).ShouldBe(["転送元の件名.txt", "a.exe.遮断.txt"]);
        Encoding.UTF8.GetString(result.Parts[0].Output).ShouldContain("hxxps://example[.]com/");
        Treat.IsUnchanged(result).ShouldBeTrue();
    }

    [Fact]
    public void LM_05_mails_nested_too_deep_become_a_note()
    {
        MailPart body = new TextPart("底");
        for (var i = 0; i < 8; i++) body = new MultipartPart("mixed", [new MessagePart(Treat.Message(body, "段" + i))]);
        var result = Treat.Of(body);
        result.Outcome.ShouldBe(Outcome.Cleaned);
        result.Parts.ShouldContain(p => p.Findings.Any(f => f.Rule == "LM-05") && p.IsNote);
    }

    [Fact, Support.MatrixRow("SC-02")]
    public void SC_02_encrypted_mail_is_held()
    {
        Treat.Lines("From: a@example.jp", "Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m", "", "x").Outcome.ShouldBe(Outcome.Held);
        Treat.Of(new TextPart("-----BEGIN CERTIFICATE-----\n平文の話")).Outcome.ShouldBe(Outcome.Clean);
    }

    [Fact]
    public void MI_04_a_split_mail_is_not_put_together()
    {
        var result = Treat.Lines("From: a@example.jp", "Content-Type: message/partial; id=x; number=1; total=2", "", "secret");
        result.Parts.Single().Findings.ShouldContain(f => f.Rule == "MI-04");
        Treat.Text(result).ShouldNotContain("secret");
    }

    [Fact, Support.MatrixRow("LM-15", "MI-14")]
    public void LM_15_a_bomb_of_parts_is_blocked()
    {
        var lines = new List<string> { "From: a@example.jp", "Content-Type: multipart/mixed; boundary=a", "" };
        for (var i = 0; i < 600; i++) lines.AddRange(["--a", "", "x"]);
        var result = Treat.Lines([.. lines]);
        result.Outcome.ShouldBe(Outcome.Blocked);
        result.Output.ShouldBeNull();
    }

    [Fact]
    public void MI_03_a_file_written_as_uuencode_in_the_text_is_treated_as_a_file()
    {
        var result = Treat.Lines("From: a@example.jp", "", "before", "begin 644 a.exe", "$35J0``", "`", "end", "after");
        result.Parts.Single().Name.ShouldBe("a.exe");
        result.After.ShouldNotContain("begin 644");
        result.After.ShouldContain("after");
    }

    [Theory]
    [InlineData("Bcc: x@example.jp"), InlineData("X-Forefront: 1"), InlineData("Disposition-Notification-To: x@example.jp"), InlineData("X-Sekisho-Result: Clean"), InlineData("Content-Location: https://example.com/")]
    public void Headers_off_the_list_do_not_travel(string header) =>
        Treat.Text(Treat.Lines("From: a@example.jp", header, "", "x")).ShouldNotContain(header.Split(' ')[0], Case.Insensitive);

    [Fact]
    public void HD_02_a_display_name_that_is_another_address_is_dropped()
    {
        var result = Treat.Lines("From: \"mayor@city.example.jp\" <a@evil.example.com>", "", "x");
        Treat.Rules(result).ShouldContain("HD-02");
        Treat.Text(result).ShouldContain("From: a@evil.example.com\r\n");
        Treat.Rules(Treat.Lines("From: \"a@evil.example.com\" <a@evil.example.com>", "", "x")).ShouldNotContain("HD-02");
    }

    [Fact]
    public void MB_01_what_only_the_html_version_says_is_added()
    {
        var plain = new TextPart("会議は三時からです。場所は第一会議室です。ご出席をお願いします。");
        var result = Treat.Of(new MultipartPart("alternative", [plain, new TextPart("<p>会議は三時からです。場所は第一会議室です。ご出席をお願いします。</p><p>追伸、資料は当日配ります。</p>", "html")]));
        result.After.ShouldContain("HTML版にのみ書かれていた内容");
        result.After.ShouldContain("追伸、資料は当日配ります。");
        Treat.Of(new MultipartPart("alternative", [plain, new TextPart("<p>会議は三時からです。場所は第一会議室です。</p><p>ご出席をお願いします。</p>", "html")])).After.ShouldNotContain("HTML版にのみ");
    }

    [Fact]
    public void MB_07_a_mail_without_text_says_so() => Treat.Of(new TextPart("")).After.ShouldContain("本文に文字がありません。");
}
