namespace Sekisho.Watch.Mail;

/// <summary>
/// How the mail probe reaches the gateway. The executable gives the gateway the same recipient domain as a route to the sink's port,
/// so that probe mails leave through the ordinary delivery and never reach a person.
/// </summary>
/// <param name="SmtpPort">Port of the gateway's listener on loopback.</param>
/// <param name="SinkPort">Loopback port on which the probe's sink listens.</param>
/// <param name="Recipient">Address the gateway accepts for the probe and routes to the sink.</param>
/// <param name="Every">Time between tries; five minutes unless told.</param>
/// <param name="Patience">How long a try waits for the mail to come out before it counts as failed.</param>
public sealed record MailProbeOptions(int SmtpPort, int SinkPort, string Recipient, TimeSpan Every, TimeSpan Patience)
{
    public static MailProbeOptions For(int smtpPort, int sinkPort) =>
        new(smtpPort, sinkPort, "probe@probe.sekisho.invalid", TimeSpan.FromMinutes(5), TimeSpan.FromSeconds(60));
}
