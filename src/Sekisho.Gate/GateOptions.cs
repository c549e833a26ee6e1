using System.Net.Security;
using Sekisho.Gate.Scanning;
using Sekisho.Kernel;
using Sekisho.Kernel.Sanitising;

namespace Sekisho.Gate;

/// <summary>How this installation's mail gateway is connected. Given by the executable, unchanged while it runs.</summary>
public sealed record GateOptions
{
    public required int SmtpPort { get; init; }
    /// <summary>Certificate and chain for STARTTLS; null = not offered.</summary>
    public SslStreamCertificateContext? Certificate { get; init; }
    public string HostName { get; init; } = "sekisho";
    /// <summary>Domains whose mail is taken, for the addresses the organisation knows (<see cref="Intake.RecipientBook"/>). Default deny: nothing else is.</summary>
    public required IReadOnlyList<string> Domains { get; init; }
    /// <summary>Where sanitised mail goes; null = it is queued, or goes to the demonstration mailbox.</summary>
    public MailRoute? Relay { get; init; }
    /// <summary>Domains with a next server of their own, e.g. the probe's sink. Accepted like <see cref="Domains"/>.</summary>
    public IReadOnlyDictionary<string, MailRoute> Routes { get; init; } = new Dictionary<string, MailRoute>(StringComparer.OrdinalIgnoreCase);
    /// <summary>The demonstration city delivers to a mailbox of its own when there is no relay.</summary>
    public bool DemoMailbox { get; init; }
    public required ScannerOptions Scanner { get; init; }
    /// <summary>The organ that mail of <see cref="Routes"/> belongs to; every other mail is its recipients' organ's.</summary>
    public string OrganCode { get; init; } = "MAYOR";
    public Zone Source { get; init; } = Zone.Internet;
    public Zone Destination { get; init; } = Zone.Lgwan;
    /// <summary>What is kept, removed and converted, by direction, format and sender.</summary>
    public SanitisePolicy Policy { get; init; } = SanitisePolicy.Default;
    /// <summary>LM-20: files (mails and what is in them) taken from one sender in an hour; more is answered 451.</summary>
    public int FilesPerHour { get; init; } = 500;
    /// <summary>LM-20: mails of one sender that wait for a person; more is answered 451.</summary>
    public int HeldPerSender { get; init; } = 200;
    /// <summary>Days an original is kept.</summary>
    public int RetentionDays { get; init; } = 90;
}
