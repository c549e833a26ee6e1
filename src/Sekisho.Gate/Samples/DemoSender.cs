using Sekisho.Gate.Delivery;

namespace Sekisho.Gate.Samples;

/// <summary>Sends the demonstration mails to a running gateway, as any sender outside would.</summary>
public sealed class DemoSender(TimeProvider time)
{
    /// <param name="port">The gateway's listener on this machine.</param>
    /// <param name="domain">A domain it takes mail for.</param>
    /// <param name="said">Called for each mail: its name, whether it was taken, the gateway's answer.</param>
    /// <returns>How many were taken.</returns>
    public async Task<int> SendAsync(int port, string domain, Action<string, bool, string> said, CancellationToken ct)
    {
        var taken = 0;
        foreach (var mail in DemoMails.All(domain, time.GetUtcNow()))
        {
            var result = await new SmtpDelivery(time).SendAsync("127.0.0.1", port, mail.From, [mail.To], mail.Bytes, ct);
            var isTaken = result.Outcome == DeliveryOutcome.Delivered;
            if (isTaken) taken++;
            said(mail.Name, isTaken, result.Reply);
        }
        return taken;
    }
}
