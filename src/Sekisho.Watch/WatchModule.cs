using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Sekisho.Platform;
using Sekisho.Shell;
using Sekisho.Shell.Components;
using Sekisho.Watch.Functions;
using Sekisho.Watch.Mail;

namespace Sekisho.Watch;

/// <summary>Whether the safeguards really work.</summary>
public sealed class WatchModule : IModule
{
    public string Name => WatchContext.Schema;
    public IReadOnlyList<Type> ContextTypes => [typeof(WatchContext)];

    /// <summary>Tables and names of the module.</summary>
    public static ModuleSchema Schema { get; } = new(WatchContext.Schema, typeof(WatchModule).Assembly, [], []);

    public IReadOnlyList<NavigationEntry> Navigation =>
        [new(NavigationGroup.Gateway, "watch.nav", "/watch/functions", Glyph.Logs, 40)];

    public void Register(IServiceCollection services) => services.AddModuleSchema(Schema).AddSingleton<FunctionRegistry>();

    /// <summary>Starts the probe of the mail gateway with the host.</summary>
    public static void AddMailProbe(IServiceCollection services, MailProbeOptions options)
    {
        services.AddSingleton(options).AddSingleton<ProbeSink>().AddSingleton<MailProbe>();
        services.AddSingleton<IHostedService>(s => s.GetRequiredService<ProbeSink>());
        services.AddHostedService<MailProbeHost>();
    }
}
