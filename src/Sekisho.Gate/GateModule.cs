using Microsoft.Extensions.DependencyInjection;
using Sekisho.Gate.Delivery;
using Sekisho.Gate.Holding;
using Sekisho.Gate.Intake;
using Sekisho.Gate.Processing;
using Sekisho.Gate.Scanning;
using Sekisho.Gate.Smtp;
using Sekisho.Platform;
using Sekisho.Platform.Jobs;
using Sekisho.Shell;

namespace Sekisho.Gate;

/// <summary>The checkpoint between the zones.</summary>
public sealed class GateModule : IModule
{
    public string Name => GateContext.Schema;
    public IReadOnlyList<Type> ContextTypes => [typeof(GateContext)];

    public static ModuleSchema Schema { get; } = new(
        GateContext.Schema, typeof(GateModule).Assembly,
        [DeliveryRecorder.Deferred, DeliveryRecorder.Failed, DeliveryRecorder.Arrived, HeldMails.Reprocessed, HeldMails.Released, HeldMails.Discarded],
        ["gate.delivery_attempt"]);

    public void Register(IServiceCollection services)
    {
        services.AddModuleSchema(Schema);
        services.AddSingleton<IScanner, ClamdScanner>().AddSingleton<MailTreatment>().AddSingleton<MailRecorder>();
        services.AddSingleton<DeliveryQueue>().AddSingleton<SmtpDelivery>().AddSingleton<AttemptLog>().AddSingleton<DeliveryRecorder>().AddSingleton<HeldMails>();
        services.AddSingleton<IJobHandler, ProcessMailJob>().AddSingleton<IJobHandler, DeliverMailJob>();
    }

    /// <summary>How the gateway is connected. Pages and jobs need it; the listener is started by <see cref="AddListener"/>.</summary>
    public static void AddOptions(IServiceCollection services, GateOptions options) => services.AddSingleton(options).AddSingleton(options.Scanner);

    /// <summary>Starts the SMTP listener with the host.</summary>
    public static void AddListener(IServiceCollection services, GateOptions options)
    {
        services.AddSingleton(new SmtpOptions { Port = options.SmtpPort, Certificate = options.Certificate, HostName = options.HostName });
        services.AddSingleton<IMailIntake, MailIntake>();
        services.AddHostedService<SmtpListener>();
    }
}
