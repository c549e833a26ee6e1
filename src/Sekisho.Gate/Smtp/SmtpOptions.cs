using System.Net.Security;

namespace Sekisho.Gate.Smtp;

/// <summary>Limits of the listener; each names the attack it stops.</summary>
internal sealed record SmtpOptions
{
    public required int Port { get; init; }
    /// <summary>Only this machine may connect: postfix in front. False = every address.</summary>
    public bool LoopbackOnly { get; init; }
    public string HostName { get; init; } = "sekisho";
    /// <summary>For STARTTLS; null = not offered.</summary>
    public SslStreamCertificateContext? Certificate { get; init; }
    /// <summary>LM-01: one huge mail starves the queue.</summary>
    public int LargestMessage { get; init; } = 100 << 20;
    /// <summary>One mail to a thousand people is spam or a mistake.</summary>
    public int MostRecipients { get; init; } = 100;
    /// <summary>RFC 5321 §4.5.3.1.4 asks for 512 octets; parameters need a little more. Stops a peer that never ends a line.</summary>
    public int LongestCommand { get; init; } = 1024;
    /// <summary>Connections at once: many idle peers exhaust the process.</summary>
    public int MostSessions { get; init; } = 100;
    /// <summary>Connections at once from one address: one peer takes all of them.</summary>
    public int MostSessionsOfPeer { get; init; } = 20;
    /// <summary>A peer that sends one byte a minute keeps a session for ever.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(5);
    /// <summary>Whole life of a session, whatever the peer says.</summary>
    public TimeSpan LongestSession { get; init; } = TimeSpan.FromMinutes(30);
    /// <summary>Wrong commands before we hang up: guessing of addresses.</summary>
    public int MostErrors { get; init; } = 20;
}
