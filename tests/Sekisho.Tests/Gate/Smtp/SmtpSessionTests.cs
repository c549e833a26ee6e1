using System.Net.Security;
using System.Text;
using Sekisho.Gate.Smtp;
using Sekisho.Kernel;
using Sekisho.Tests.Support;

namespace Sekisho.Tests.Gate.Smtp;

public sealed class SmtpSessionTests
{
    private const string Start = "EHLO peer.example\r\n", From = "MAIL FROM:<a@example.org> SIZE=100 BODY=8BITMIME\r\n", To = "RCPT TO:<x@city.sekisho.example>\r\n";
    private readonly CollectingIntake intake = new();

    [Fact, MatrixRow("SM-11", "SM-13", "BN-01", NearMiss = true)]
    public async Task A_mail_is_taken_with_its_envelope_and_its_dots_unstuffed()
    {
        await using var peer = new SmtpPeer(intake);
        (await peer.ConnectAsync()).ShouldStartWith("220 ");
        (await peer.SayAsync(Start)).ShouldContain("250-8BITMIME");
        (await peer.SayAsync(From)).ShouldStartWith("250 ");
        (await peer.SayAsync(To)).ShouldStartWith("250 ");
        (await peer.SayAsync("DATA\r\n")).ShouldStartWith("354 ");
        (await peer.SayAsync("Subject: x\r\n\r\n..dot\r\n.\r\n")).ShouldStartWith("250 2.0.0 Ok: M-1");
        var mail = intake.Mails.ShouldHaveSingleItem();
        (mail.Sender, mail.Recipients.Single(), mail.Helo).ShouldBe(("a@example.org", "x@city.sekisho.example", "peer.example"));
        Encoding.ASCII.GetString(mail.Bytes).ShouldBe("Subject: x\r\n\r\n.dot\r\n");
    }

    [Theory, MatrixRow("SM-11")]
    [InlineData("Subject: one\r\n\r\nhi\n.\nMAIL FROM:<b@example.org>\r\n.\r\n")]
    [InlineData("Subject: one\r\n\r\nhi\n.\r\nMAIL FROM:<b@example.org>\r\n.\r\n")]
    [InlineData("Subject: one\r\n\r\nhi\r.\rMAIL FROM:<b@example.org>\r\n.\r\n")]
    [InlineData("Subject: one\r\n\r\nhi\r\n.\rMAIL FROM:<b@example.org>\r\n.\r\n")]
    public async Task A_smuggled_second_mail_is_refused_with_the_first(string data)
    {
        await using var peer = new SmtpPeer(intake);
        await ToDataAsync(peer);
        (await peer.SayAsync(data)).ShouldStartWith("550 5.6.0");
        (await peer.SayAsync("NOOP\r\n")).ShouldStartWith("250 ");
        intake.Mails.ShouldBeEmpty();
    }

    [Fact, MatrixRow("SM-11")]
    public async Task A_bare_line_feed_in_a_command_ends_the_session()
    {
        await using var peer = new SmtpPeer(intake);
        await peer.ConnectAsync();
        (await peer.SayAsync("EHLO x\nMAIL FROM:<a@b.example>\r\n")).ShouldStartWith("500 5.5.2");
        (await peer.HearAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("DATA\r\n", "503")]
    [InlineData("RCPT TO:<x@city.sekisho.example>\r\n", "503")]
    [InlineData("BDAT 5\r\n", "502")]
    [InlineData("MAIL FROM:a@example.org\r\n", "501")]
    [InlineData("MAIL FROM:<a@example.org> BODY=BINARYMIME\r\n", "501")]
    [InlineData("MAIL FROM:<\"a b\"@example.org>\r\n", "501")]
    [InlineData("MAIL FROM:<a@example.org> SIZE=99999999999\r\n", "552")]
    [InlineData("STARTTLS\r\n", "502")]
    public async Task A_command_out_of_place_or_form_is_refused(string command, string code)
    {
        await using var peer = new SmtpPeer(intake);
        await peer.ConnectAsync();
        await peer.SayAsync(Start);
        (await peer.SayAsync(command)).ShouldStartWith(code);
    }

    [Fact, MatrixRow("BN-01")]
    public async Task Recipients_elsewhere_are_refused_and_the_mail_goes_on_for_the_others()
    {
        await using var peer = new SmtpPeer(intake);
        await peer.ConnectAsync();
        await peer.SayAsync(Start);
        await peer.SayAsync(From);
        (await peer.SayAsync("RCPT TO:<x@elsewhere.example>\r\n")).ShouldStartWith("550 5.1.1");
        (await peer.SayAsync("DATA\r\n")).ShouldStartWith("503");
        (await peer.SayAsync(To)).ShouldStartWith("250");
    }

    [Fact]
    public async Task What_cannot_be_kept_is_answered_451()
    {
        intake.Refuse = new Refusal("store.full", "保全できません。", "空きを作ってください。");
        await using var peer = new SmtpPeer(intake);
        await ToDataAsync(peer);
        (await peer.SayAsync("Subject: x\r\n\r\nx\r\n.\r\n")).ShouldStartWith("451 4.3.0");
    }

    [Fact, MatrixRow("SM-13")]
    public async Task A_message_over_the_limit_is_read_to_its_end_and_refused()
    {
        await using var peer = new SmtpPeer(intake, o => o with { LargestMessage = 100 });
        await ToDataAsync(peer);
        (await peer.SayAsync(new string('x', 200) + "\r\n.\r\n")).ShouldStartWith("552 5.3.4");
        intake.Mails.ShouldBeEmpty();
    }

    [Theory, MatrixRow("SM-16"), InlineData(51, "554 5.4.6"), InlineData(50, "250 ")]
    public async Task A_mail_that_passed_too_many_servers_goes_in_a_circle(int hops, string reply)
    {
        await using var peer = new SmtpPeer(intake);
        await ToDataAsync(peer);
        (await peer.SayAsync(string.Concat(Enumerable.Repeat("RECEIVED: from a by b;\r\n\tdate\r\n", hops)) + "Subject: x\r\n\r\nReceived: no hop\r\n.\r\n")).ShouldStartWith(reply);
        intake.Mails.Count.ShouldBe(hops > 50 ? 0 : 1);
    }

    [Fact, MatrixRow("SM-16", NearMiss = true)]
    public void Trace_fields_of_a_mail_inside_are_no_hops() =>
        MailLoop.IsOne(Encoding.ASCII.GetBytes("Subject: x\r\n\r\n" + string.Concat(Enumerable.Repeat("Received: x\r\n", 90)))).ShouldBeFalse();

    [Fact]
    public async Task Commands_sent_before_tls_are_not_believed_after_it()
    {
        using var certificate = SmtpPeer.Certificate();
        await using var peer = new SmtpPeer(intake, o => o with { Certificate = SslStreamCertificateContext.Create(certificate, null, offline: true) });
        await peer.ConnectAsync();
        (await peer.SayAsync(Start)).ShouldContain("STARTTLS");
        (await peer.SayAsync("STARTTLS\r\n" + From)).ShouldStartWith("554 5.5.1");
    }

    [Fact]
    public async Task After_tls_the_session_starts_anew()
    {
        using var certificate = SmtpPeer.Certificate();
        await using var peer = new SmtpPeer(intake, o => o with { Certificate = SslStreamCertificateContext.Create(certificate, null, offline: true) });
        await peer.ConnectAsync();
        await peer.SayAsync(Start);
        (await peer.SayAsync("STARTTLS\r\n")).ShouldStartWith("220");
        await peer.SecureAsync();
        (await peer.SayAsync(From)).ShouldStartWith("503");
        (await peer.SayAsync(Start)).ShouldNotContain("STARTTLS");
        (await peer.SayAsync(From)).ShouldStartWith("250");
    }

    [Fact]
    public async Task Too_many_errors_end_the_session()
    {
        await using var peer = new SmtpPeer(intake, o => o with { MostErrors = 3 });
        await peer.ConnectAsync();
        await peer.SayAsync("FOO\r\n");
        await peer.SayAsync("FOO\r\n");
        (await peer.SayAsync("FOO\r\n")).ShouldStartWith("421");
        (await peer.HearAsync()).ShouldBeEmpty();
    }

    private static async Task ToDataAsync(SmtpPeer peer)
    {
        await peer.ConnectAsync();
        await peer.SayAsync(Start);
        await peer.SayAsync(From);
        await peer.SayAsync(To);
        (await peer.SayAsync("DATA\r\n")).ShouldStartWith("354");
    }
}
