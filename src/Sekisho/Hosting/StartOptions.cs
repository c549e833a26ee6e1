namespace Sekisho.Hosting;

/// <summary>What <c>up</c> was asked for. Null = what the installation remembers, or the default.</summary>
internal sealed record StartOptions(string? Data, string? City, int? HttpPort, int? SmtpPort, string? Relay, IReadOnlyList<string>? Domains, string? Certificate)
{
    internal const int DefaultHttpPort = 8443, DefaultSmtpPort = 2525;
}
