using System.Text;
using Sekisho.Kernel;
using Sekisho.Kernel.Workers;
using Sekisho.Mime.Charsets;
using Sekisho.Mime.Parts;
using Sekisho.Mime.Writing;
using Sekisho.Sanitizing;
using Sekisho.Sanitizing.Mail;
using Sekisho.Tests.Sanitizing.Files;
using Sekisho.Tests.Support;
using Sekisho.Verifying;

namespace Sekisho.Tests.Sanitizing.Mail;

/// <summary>Rows of sections 15.4 and 15.5 that no case of the corpus names.</summary>
public class MailRowsTests
{
    private static MailResult Old(string text) =>
        MailSanitiser.Sanitise(new(MailWriter.Write(Treat.Message(new TextPart(text)))), new("R-1", new(new()), new() { OldCharset = true }, new(), new NoTools()));

    private static string Body(MailResult result)
    {
        var text = Treat.Text(result);
        var body = text[(text.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..].Replace("\r\n", "", StringComparison.Ordinal);
        return CharsetDecoder.Decode(Convert.FromBase64String(body), "iso-2022-jp").Text;
    }

    [Fact, MatrixRow("MB-05")]
    public void What_an_old_system_cannot_read_is_replaced_and_said()
    {
        var result = Old("会議のお知らせ 𠮷田様 😀");
        result.Findings.Single(f => f.Rule == "MB-05").Count.ShouldBe(2);
        Body(result).ShouldContain("会議のお知らせ 〓田様 〓");
        Body(result).ShouldContain("一部の文字を〓に置き換えました。");
        OutputVerifier.Verify(result.Output!, "eml").Forbidden.ShouldBeEmpty();
    }

    [Fact, MatrixRow("MB-05", NearMiss = true)]
    public void What_it_can_read_stays()
    {
        var result = Old("会議のお知らせ 髙﨑 ①㈱");
        result.Outcome.ShouldBe(Outcome.Clean);
        Body(result).TrimEnd().ShouldBe("会議のお知らせ 髙﨑 ①㈱");
        OutputVerifier.Verify(result.Output!, "eml").Forbidden.ShouldBeEmpty();
        Treat.Text(Treat.Of(new TextPart("会議"))).ShouldContain("charset=utf-8");
    }

    [Fact, MatrixRow("MB-10", NearMiss = true)]
    public void Attachments_stay_attached_unless_the_policy_wants_their_text()
    {
        var mail = MailWriter.Write(Treat.Message(new MultipartPart("mixed", [new TextPart("本文"), new FilePart("資料.pdf", "application/pdf", new SomePdf().Build())])));
        MailPartResult Part(FilePolicy policy) => MailSanitiser.Sanitise(new(mail), new("R-1", new(new()), new(), policy, new VipsTools())).Parts.Single();
        Part(new()).OutputName.ShouldBe("資料.pdf");
        var text = Part(new() { Levels = [SanitiseLevel.Text] });
        (text.OutputName, text.OutputMediaType, text.Outcome).ShouldBe(("資料.pdf.txt", "text/plain", Outcome.Text));
        Encoding.UTF8.GetString(text.Output).ShouldContain("Visible text");
    }

    private static string[] Report(string returned) =>
    [
        "From: <mailer@example.jp>", "To: <to@city.example.jp>", "Subject: returned", "MIME-Version: 1.0", "Content-Type: multipart/report; report-type=delivery-status; boundary=b", "",
        "--b", "Content-Type: text/plain; charset=us-ascii", "", "It could not be delivered.", "--b", "Content-Type: message/delivery-status", "", "Reporting-MTA: dns; mx.example.jp", "", "Action: failed", "Status: 5.1.1",
        "--b", "Content-Type: message/rfc822", "", "From: <to@city.example.jp>", "Subject: sent before", "MIME-Version: 1.0", "Content-Type: multipart/mixed; boundary=c", "", "--c", "Content-Type: text/plain", "", "original text", "--c",
        "Content-Type: application/octet-stream", "Content-Disposition: attachment; filename=\"" + returned + "\"", "", returned.EndsWith("exe", StringComparison.Ordinal) ? "MZ" + new string('x', 90) : "a memo", "--c--", "--b--", "",
    ];

    [Fact, MatrixRow("BN-03")]
    public void A_mail_that_came_back_is_treated_as_if_it_came_for_the_first_time()
    {
        var result = Treat.Lines(Report("a.exe"));
        Treat.Rules(result).ShouldContain("MI-07");
        Treat.Rules(result).ShouldContain("BK-01");
        result.After.ShouldContain("Status: 5.1.1");
        Treat.Text(result).ShouldNotContain("MZxxxx");
        OutputVerifier.Verify(result.Output!, "eml").Forbidden.ShouldBeEmpty();
    }

    [Fact, MatrixRow("BN-03", NearMiss = true)]
    public void What_was_harmless_in_it_comes_along()
    {
        var result = Treat.Lines(Report("memo.txt"));
        result.Parts.ShouldContain(p => p.OutputName == "memo.txt" && p.Outcome == Outcome.Clean, string.Join(",", result.Parts.Select(p => p.OutputName)));
    }

    private static MailResult Signed(string kind, string name) => Treat.Lines(
        "From: <a@example.jp>", "To: <to@city.example.jp>", "Subject: signed", "MIME-Version: 1.0", "Content-Type: multipart/signed; protocol=\"" + kind + "\"; micalg=sha-256; boundary=b", "",
        "--b", "Content-Type: text/plain; charset=us-ascii", "", "signed text", "--b", "Content-Type: " + kind + "; name=" + name, "Content-Transfer-Encoding: base64", "Content-Disposition: attachment; filename=" + name, "", Convert.ToBase64String(new byte[60]), "--b--", "");

    [Theory, MatrixRow("SC-01"), InlineData("application/pkcs7-signature", "smime.p7s"), InlineData("application/x-pkcs7-signature", "smime.p7s"), InlineData("application/pgp-signature", "signature.asc")]
    public void A_signature_that_would_break_goes_and_the_report_says_it_was_not_verified(string kind, string name)
    {
        var result = Signed(kind, name);
        result.Findings.Single(f => f.Rule == "HD-04").Arguments["result"].ShouldBe("未検証");
        result.After.ShouldContain("signed text");
        result.Parts.ShouldBeEmpty();
        Treat.Text(result).ShouldNotContain("smime");
    }

    [Fact, MatrixRow("SC-01", NearMiss = true)]
    public void The_signed_text_stays_what_it_was() => Signed("application/pkcs7-signature", "smime.p7s").After.TrimEnd().ShouldEndWith("signed text");

    private static MailResult Meeting(string method) => Treat.Lines(
        "From: <a@example.jp>", "To: <to@city.example.jp>", "Subject: meeting", "MIME-Version: 1.0", "Content-Type: multipart/alternative; boundary=b", "",
        "--b", "Content-Type: text/plain; charset=us-ascii", "", "Please come.", "--b", "Content-Type: text/calendar; charset=utf-8; method=" + method, "",
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:x", "METHOD:" + method, "BEGIN:VEVENT", "UID:1", "DTSTAMP:20260401T000000Z", "DTSTART:20260402T000000Z", "SUMMARY:Kaigi", "END:VEVENT", "END:VCALENDAR", "--b--", "");

    [Fact, MatrixRow("SC-04")]
    public void An_invitation_no_longer_enters_itself()
    {
        var result = Meeting("REQUEST");
        Treat.Rules(result).ShouldContain("IC-04");
        var part = result.Parts.ShouldHaveSingleItem();
        part.OutputMediaType.ShouldBe("text/calendar");
        Encoding.UTF8.GetString(part.Output).ShouldContain("METHOD:PUBLISH");
        result.After.ShouldContain("Please come.");
    }

    [Fact, MatrixRow("SC-04", NearMiss = true)]
    public void One_that_only_tells_stays()
    {
        var result = Meeting("PUBLISH");
        Treat.Rules(result).ShouldNotContain("IC-04");
        Encoding.UTF8.GetString(result.Parts.ShouldHaveSingleItem().Output).ShouldContain("SUMMARY:Kaigi");
    }

    private static MailResult Tnef(string corpus)
    {
        var file = Directory.GetFiles(Path.Combine(FileCase.Root, corpus)).Single(f => Path.GetFileName(f) is not "expected.txt");
        return Treat.Of(new MultipartPart("mixed", [new TextPart("see the attachment"), new FilePart("winmail.dat", "application/ms-tnef", File.ReadAllBytes(file))]));
    }

    [Fact, MatrixRow("SC-05")]
    public void A_winmail_is_unpacked_and_one_that_lies_is_not_delivered()
    {
        Treat.Rules(Tnef("TN-01_winmail")).ShouldContain("TN-01");
        Tnef("TN-01_wrong-checksum").Parts.Single().Outcome.ShouldBe(Outcome.Blocked);
    }

    [Fact, MatrixRow("SC-05", NearMiss = true)]
    public void The_text_inside_a_winmail_arrives()
    {
        var part = Tnef("TN-01_kept-only-text").Parts.ShouldHaveSingleItem();
        part.OutputName.ShouldEndWith(".eml");
        part.Outcome.ShouldNotBe(Outcome.Blocked);
    }

    private static string[] Html(string meta, string charset) =>
    [
        "From: <a@example.jp>", "To: <to@city.example.jp>", "Subject: x", "MIME-Version: 1.0", "Content-Type: text/html; charset=" + charset, "Content-Transfer-Encoding: base64", "",
        Convert.ToBase64String(Encoding.UTF8.GetBytes("<html><head><meta " + meta + "></head><body>お知らせ</body></html>")), "",
    ];

    [Theory, MatrixRow("HT-07"), InlineData("charset=shift_jis"), InlineData("http-equiv=Content-Type content=\"text/html; charset=utf-7\""), InlineData("charset = 'iso-2022-jp'")]
    public void A_page_that_names_another_encoding_is_said(string meta)
    {
        var result = Treat.Lines(Html(meta, "utf-8"));
        Treat.Rules(result).ShouldContain("HT-07");
        result.After.ShouldContain("お知らせ");
        var file = SomeFile.Sanitise("a.html", Encoding.UTF8.GetBytes("<html><head><meta " + meta + "></head><body>お知らせ</body></html>"));
        file.ActionOf("HT-07").ShouldBe(FindingAction.Rewritten);
    }

    [Theory, MatrixRow("HT-07", NearMiss = true), InlineData("charset=UTF-8"), InlineData("http-equiv=Content-Type content=\"text/html; charset=utf8\""), InlineData("name=charset")]
    public void A_page_that_names_its_own_encoding_is_not(string meta)
    {
        Treat.Rules(Treat.Lines(Html(meta, "utf-8"))).ShouldNotContain("HT-07");
        SomeFile.Sanitise("a.html", "<html><head><meta charset=shift_jis></head><body>plain letters</body></html>"u8.ToArray()).Has("HT-07").ShouldBeFalse("all ASCII reads the same");
    }

    [Theory, MatrixRow("SM-01"), InlineData("a.pst"), InlineData("a.ost"), InlineData("a.dbx"), InlineData("保存.mbox")]
    public void A_mailbox_is_not_passed_on(string name) => SomeFile.Sanitise(name, "!BDN\x00\x00"u8.ToArray()).ShouldStopWith("SM-01");

    [Fact, MatrixRow("SM-01", NearMiss = true)]
    public void A_text_that_begins_like_a_mailbox_is_a_text() => SomeFile.Sanitise("メモ.txt", "From here on it is plain text.\r\n"u8.ToArray()).Outcome.ShouldBe(Outcome.Clean);
}
