using System.Net;
using System.Net.Security;
using Sekisho.Commands;
using Sekisho.Gate;
using Sekisho.Gate.Scanning;
using Sekisho.Kernel;
using Sekisho.Kernel.Sanitising;
using Sekisho.Watch;
using Sekisho.Watch.Mail;

namespace Sekisho.Hosting;

/// <summary>Connects gateway, scanner and probe: the probe's mails take the ordinary way to a sink of ours.</summary>
internal static class MailSetup
{
    private const string DemoDomain = "city.sekisho.example", ProbeDomain = "probe.sekisho.invalid";

    /// <summary>The file DATA/sanitise-policy.yaml; the product's choices without one. Every fault is told.</summary>
    internal static Result<SanitisePolicy> PolicyOf(DataFolder folder) =>
        File.Exists(folder.SanitisePolicyFile) ? SanitisePolicyFile.Read(folder.SanitisePolicyFile, File.ReadAllText(folder.SanitisePolicyFile)) : SanitisePolicy.Default;

    internal static void Add(IServiceCollection services, DataFolder folder, InstallationSettings settings, SslStreamCertificateContext? certificate)
    {
        var options = new GateOptions
        {
            SmtpPort = settings.SmtpPort,
            Certificate = certificate,
            HostName = Dns.GetHostName(),
            Domains = settings.IsDemo ? [DemoDomain] : settings.Domains ?? [],
            Relay = settings.Relay is { } relay ? Relay.Parse(relay) : null,
            DemoMailbox = settings.IsDemo,
            Routes = new Dictionary<string, MailRoute>(StringComparer.OrdinalIgnoreCase) { [ProbeDomain] = new("127.0.0.1", settings.ProbePort) },
            Policy = PolicyOf(folder) is { IsOk: true } policy ? policy.Value : certificate is null ? SanitisePolicy.Default : throw new InvalidOperationException("The sanitising policy changed while it was read."),
            Scanner = ScannerOptions.At(ScannerProcess.SocketOf(folder)),
        };
        GateModule.AddOptions(services, options);
        if (certificate is null) return;
        GateModule.AddListener(services, options);
        WatchModule.AddMailProbe(services, MailProbeOptions.For(settings.SmtpPort, settings.ProbePort));
    }
}
