using System.Net;
using System.Net.Security;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Sekisho.Platform;
using Sekisho.Platform.Workers;
using Sekisho.Shell;

namespace Sekisho.Hosting;

/// <summary>Puts the running product together: ground, modules, pages, background services. The one place where all of them meet.</summary>
internal static class Server
{
    /// <param name="folder">The installation's folders.</param>
    /// <param name="settings">Ports and origin.</param>
    /// <param name="platform">Connections and keys.</param>
    /// <param name="certificate">For HTTPS; null = no pages (verbs that need services only).</param>
    /// <param name="workers">The sandboxed workers.</param>
    /// <param name="time">The clock of everything inside.</param>
    internal static WebApplication Build(DataFolder folder, InstallationSettings settings, PlatformOptions platform, SslStreamCertificateContext? certificate, WorkerPool workers, TimeProvider time)
    {
        // No configuration files and no environment: what this program does is decided by its verbs alone.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = "sekisho", ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(o => Listen(o, settings.HttpPort, certificate));
        builder.Services.AddRouting();
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddSimpleConsole(o => o.SingleLine = true);
        // stdout carries only the answer.
        builder.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(o => o.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Services.AddSingleton(time).AddPlatform(platform).AddPlatformDataProtection();
        // It would warn that its keys are stored in the clear: our table seals them itself.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        builder.Services.AddSingleton<IWorkers>(workers).AddSingleton(folder).AddSingleton(settings).AddSingleton<MetricsCollector>().AddSingleton<HealthCheck>();
        builder.Services.AddSekishoShell(Modules.All, new InstallationFacts("", "", settings.IsDemo, Program.Version));
        MailSetup.Add(builder.Services, folder, settings, certificate);
        if (certificate is not null) builder.Services.AddPlatformBackground();
        var app = builder.Build();
        if (certificate is null) return app;
        app.Services.GetRequiredService<MetricsCollector>(); // counts from now on, not from the first question
        app.UseSekishoShell();
        HealthRoutes.Map(app);
        app.MapSekisho();
        return app;
    }

    private static void Listen(KestrelServerOptions options, int port, SslStreamCertificateContext? certificate)
    {
        options.AddServerHeader = false;
        if (certificate is null) return;
        options.Listen(IPAddress.Any, port, l => l.UseHttps(new HttpsConnectionAdapterOptions { ServerCertificate = certificate.TargetCertificate, ServerCertificateChain = [.. certificate.IntermediateCertificates] }));
    }
}
