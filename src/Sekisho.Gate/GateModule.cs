using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Sekisho.Gate.Delivery;
using Sekisho.Gate.Holding;
using Sekisho.Gate.Intake;
using Sekisho.Gate.Pages;
using Sekisho.Gate.Processing;
using Sekisho.Gate.Release;
using Sekisho.Gate.Scanning;
using Sekisho.Gate.Smtp;
using Sekisho.Platform;
using Sekisho.Platform.Approvals;
using Sekisho.Platform.Jobs;
using Sekisho.Shell;
using Sekisho.Shell.Components;
using Sekisho.Shell.Routing;
using Sekisho.Shell.Web;

namespace Sekisho.Gate;

/// <summary>The checkpoint between the zones.</summary>
public sealed class GateModule : IModule
{
    public string Name => GateContext.Schema;
    public IReadOnlyList<Type> ContextTypes => [typeof(GateContext)];

    public static ModuleSchema Schema { get; } = new(
        GateContext.Schema, typeof(GateModule).Assembly,
        [WaitingDeliveries.Queued, DeliveryRecorder.Deferred, DeliveryRecorder.Failed, DeliveryRecorder.Arrived, HeldMails.Reprocessed, HeldMails.Released, HeldMails.Discarded, HeldMails.PasswordTried, RequestRelease.Requested],
        ["gate.delivery_attempt"]);

    public IReadOnlyList<NavigationEntry> Navigation { get; } =
    [
        new(NavigationGroup.Gateway, "gate.nav.mail", "/mail", Glyph.Mail, 10)
        {
            Count = (services, current, ct) => services.GetRequiredService<MailLists>().WaitingAsync(current, ct),
        },
    ];

    public IReadOnlyList<HomePanel> HomePanels { get; } = [new(typeof(GatePanel), 20)];

    public void Register(IServiceCollection services)
    {
        services.AddModuleSchema(Schema);
        services.AddSingleton<RecipientBook>().AddSingleton<IScanner, ClamdScanner>().AddSingleton<MailShelf>().AddSingleton<MailTreatment>().AddSingleton<MailBench>().AddSingleton<LockedMail>().AddSingleton<MailRecorder>();
        services.AddSingleton<DeliveryQueue>().AddSingleton<SmtpDelivery>().AddSingleton<AttemptLog>().AddSingleton<DeliveryRecorder>().AddSingleton<SenderFlood>().AddSingleton<HeldMails>();
        services.AddSingleton<MailLists>().AddSingleton<MailItems>().AddSingleton<Mailboxes>().AddSingleton<RequestRelease>().AddSingleton<MailActs>();
        services.AddSingleton<IApprovalOwner, ReleaseOwner>();
        services.AddSingleton<IJobHandler, ProcessMailJob>().AddSingleton<IJobHandler, DeliverMailJob>();
    }

    public void Map(IEndpointRouteBuilder routes) => routes.MapGet("/demo/mailbox/{id}/message.eml", async (string id, HttpContext http, Mailboxes boxes) =>
    {
        if (await boxes.BytesAsync(id, http.RequestAborted) is not { } bytes) return Results.NotFound();
        http.Response.Headers.ContentSecurityPolicy = SecurityHeaders.DownloadPolicy;
        return Results.File(bytes, "message/rfc822", "message.eml");
    }).Who();

    /// <summary>How the gateway is connected. Pages and jobs need it; the listener is started by <see cref="AddListener"/>.</summary>
    public static void AddOptions(IServiceCollection services, GateOptions options) => services.AddSingleton(options).AddSingleton(options.Scanner);

    /// <summary>Starts the SMTP listener with the host.</summary>
    public static void AddListener(IServiceCollection services, GateOptions options)
    {
        services.AddSingleton(new SmtpOptions { Port = options.SmtpPort, Certificate = options.Certificate, HostName = options.HostName });
        services.AddSingleton<IMailIntake, MailIntake>();
        services.AddHostedService<SmtpListener>().AddHostedService<WaitingDeliveries>().AddHostedService<OriginalsWatch>();
    }
}
