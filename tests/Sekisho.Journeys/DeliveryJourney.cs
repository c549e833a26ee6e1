using System.Text;
using Sekisho.Journeys.Support;

namespace Sekisho.Journeys;

/// <summary>The server dies with a mail accepted and not yet delivered: after the next start it arrives, sanitised, once.</summary>
public sealed class DeliveryJourney
{
    [Fact]
    public async Task A_mail_accepted_before_the_power_fails_arrives_after_it()
    {
        await using var sink = await PostfixSink.StartAsync();
        await sink.StopAsync();
        await using var at = await Installation.DemoAsync(sink.Port);
        (await Mailer.SendAsync(at.SmtpPort, "kikaku@city.sekisho.example", Mail("power-1"))).Succeeded();
        await at.KillAsync();
        await sink.BeginAsync();
        await at.UpAsync();
        await sink.WaitForAsync("power-1", TimeSpan.FromMinutes(2));
        await Task.Delay(TimeSpan.FromSeconds(3));
        var copies = sink.Mails().Select(Encoding.UTF8.GetString).Where(m => m.Contains("power-1@example.org", StringComparison.Ordinal)).ToArray();
        copies.ShouldHaveSingleItem().ShouldNotContain("<script", Case.Insensitive);
        (await at.VerbAsync("ledger", "verify")).Succeeded();
    }

    private static string Mail(string id) => string.Join("\r\n",
        "From: <outside@example.org>", "To: <kikaku@city.sekisho.example>", "Subject: " + id, "Date: Fri, 20 Nov 2026 09:00:00 +0900",
        "Message-ID: <" + id + "@example.org>", "MIME-Version: 1.0", "Content-Type: text/html; charset=utf-8", "",
        "<p>" + id + "</p><script>alert(1)</script>", "");
}
