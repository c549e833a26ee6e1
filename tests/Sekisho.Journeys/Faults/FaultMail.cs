using System.Text;
using System.Text.RegularExpressions;
using Sekisho.Journeys.Support;

namespace Sekisho.Journeys.Faults;

/// <summary>One hostile mail and what became of it, seen from outside: the client, the next server, the page.</summary>
internal sealed partial class FaultMail(FaultyCity city, string token, string behave = "honest")
{
    public const string Recipient = "kikaku@city.sekisho.example";

    /// <summary>The mail as it is sent; <c>X-Behave</c> is heard by a taken-over worker only.</summary>
    public string Text { get; } = string.Join("\r\n",
        "From: <outside@example.org>", "To: <" + Recipient + ">", "Subject: " + token, "Date: Fri, 20 Nov 2026 09:00:00 +0900", "Message-ID: <" + token + "@example.org>",
        "X-Behave: " + behave, "MIME-Version: 1.0", "Content-Type: text/html; charset=utf-8", "", "<p>" + token + "-body</p><script>alert(1)</script>", "");

    public string Token => token;
    /// <summary>Our number for it, as the client was told with 250.</summary>
    public string Number { get; private set; } = "";

    public async Task<FaultMail> TakenAsync()
    {
        var said = (await SendAsync()).Succeeded().Out;
        Number = MailNumber().Match(said).Value;
        Number.ShouldNotBeEmpty(said);
        return this;
    }

    /// <summary>The client is asked to come again, and nothing is kept.</summary>
    public async Task PutOffAsync()
    {
        var said = await SendAsync();
        said.ExitCode.ShouldNotBe(0);
        (said.Out + said.Error).ShouldContain("451 4.3.0");
    }

    public async Task HeldAsync(string stage)
    {
        var held = "";
        await Patience.UntilAsync(async () => (held = await Superuser.SqlAsync(city.At, $"select coalesce(hold_stage, '') from gate.mail where id = '{Number}'")).Length > 0, token + " is held");
        held.ShouldBe(stage, token);
    }

    /// <summary>The next server has it, once, and nothing of what made it hostile.</summary>
    public async Task ArrivedOnceAsync()
    {
        await city.Sink.WaitForAsync("Message-ID: <" + token + "@example.org>", TimeSpan.FromSeconds(30));
        var copy = Copies().ShouldHaveSingleItem();
        copy.ShouldContain(token + "-body");
        copy.ShouldNotContain("<script", Case.Insensitive);
        copy.ShouldNotContain("X-Behave", Case.Insensitive);
    }

    public void ShouldNotHaveLeft() => Copies().ShouldBeEmpty(token);

    private string[] Copies() => [.. city.Sink.Mails().Select(Readable).Where(m => m.Contains(token, StringComparison.Ordinal))];

    /// <summary>As it arrived, and behind it what its body says when that is in base64.</summary>
    private static string Readable(byte[] mail)
    {
        var raw = Encoding.UTF8.GetString(mail).Replace("\r\n", "\n", StringComparison.Ordinal);
        var body = raw[(raw.IndexOf("\n\n", StringComparison.Ordinal) + 2)..];
        return raw.Contains("Content-Transfer-Encoding: base64", StringComparison.Ordinal) ? raw + Encoding.UTF8.GetString(Convert.FromBase64String(body)) : raw;
    }

    private Task<Command> SendAsync() => Mailer.SendAsync(city.At.SmtpPort, Recipient, Text);

    [GeneratedRegex("M-[2-9A-Z]{16}", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex MailNumber();
}
