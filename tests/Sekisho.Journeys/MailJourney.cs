using System.Text;
using Sekisho.Journeys.Support;

namespace Sekisho.Journeys;

/// <summary>A hostile mail comes in over SMTP and leaves as plain text and clean attachments; what arrives at a real postfix is checked byte by byte.</summary>
public sealed class MailJourney(DemoCity city) : IClassFixture<DemoCity>
{
    private static readonly string Html = Lines(
        "From: =?ISO-2022-JP?B?GyRCPz8bKEI=?= <outside@example.org>", "To: <kikaku@city.sekisho.example>", "Subject: journey-html",
        "Date: Fri, 20 Nov 2026 09:00:00 +0900", "Message-ID: <journey-html@example.org>", "MIME-Version: 1.0",
        "Content-Type: text/html; charset=utf-8", "Content-Transfer-Encoding: 7bit", "",
        "<html><body><p>journey-html-body</p><script>steal()</script><a href=\"http://evil.example/x\">click</a><img src=\"http://evil.example/pixel\"></body></html>");

    [Fact]
    public async Task A_html_mail_arrives_as_text_with_its_link_targets_shown()
    {
        (await Mailer.SendAsync(city.At.SmtpPort, "kikaku@city.sekisho.example", Html)).Succeeded();
        var mail = Encoding.UTF8.GetString(await city.Sink.WaitForAsync("journey-html", TimeSpan.FromSeconds(30)));
        mail.ShouldNotContain("<script", Case.Insensitive);
        mail.ShouldNotContain("text/html", Case.Insensitive);
        mail.ShouldNotContain("steal()");
        mail.ShouldContain("Message-ID: <journey-html@example.org>");
        city.Sink.Mails().Count(m => Encoding.UTF8.GetString(m).Contains("journey-html@example.org", StringComparison.Ordinal)).ShouldBe(1);
    }

    /// <summary>The event reaches the board: the rule's own evidence, sealed, within the journey; what it reached is written down for `controls`.</summary>
    [Fact]
    public async Task The_mail_turns_its_control_green_in_the_ledger()
    {
        (await Mailer.SendAsync(city.At.SmtpPort, "soumu@city.sekisho.example", Html.Replace("journey-html", "journey-green", StringComparison.Ordinal))).Succeeded();
        await city.Sink.WaitForAsync("journey-green", TimeSpan.FromSeconds(30));
        var green = "";
        for (var i = 0; i < 50 && green != "1"; i++)
        {
            green = await Superuser.SqlAsync(city.At, """
                select 1 from platform.record where name = 'clause.verdict.computed' and body -> 'payload' -> 'control_verdicts' ? 'SAN-01=conforming' limit 1
                """);
            await Task.Delay(200);
        }
        green.ShouldBe("1");
        await ControlsLog.WriteAsync(city.At, "mail");
    }

    [Fact]
    public async Task Bare_line_feeds_in_the_dialogue_are_refused()
    {
        var said = await RawSmtp.TalkAsync(city.At.SmtpPort, "EHLO x\r\n", "MAIL FROM:<a@example.org>\r\n", "RCPT TO:<kikaku@city.sekisho.example>\r\n", "DATA\r\n",
            "Subject: smuggled-one\r\n\r\nhello\n.\nMAIL FROM:<b@example.org>\r\nRCPT TO:<kikaku@city.sekisho.example>\r\nDATA\r\nSubject: smuggled-two\r\n\r\nx\r\n.\r\n");
        said.ShouldNotContain("250 2.0.0");
        await Task.Delay(TimeSpan.FromSeconds(3));
        city.Sink.Mails().ShouldAllBe(m => !Encoding.UTF8.GetString(m).Contains("smuggled", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_address_nobody_has_lands_with_the_unit_that_takes_such_mail()
    {
        (await Mailer.SendAsync(city.At.SmtpPort, "no.such.person@city.sekisho.example", Html.Replace("journey-html", "journey-stray", StringComparison.Ordinal))).Succeeded();
        PostfixSink.Recipients(await city.Sink.WaitForAsync("journey-stray@example.org", TimeSpan.FromSeconds(30))).ShouldBe(["bunsho@city.sekisho.example"]);
    }

    [Fact]
    public async Task An_unknown_recipient_domain_is_refused() =>
        (await Mailer.SendAsync(city.At.SmtpPort, "someone@elsewhere.example", Html)).ExitCode.ShouldNotBe(0);

    private static string Lines(params string[] lines) => string.Join("\r\n", lines) + "\r\n";
}
