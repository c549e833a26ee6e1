using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Sekisho.Kernel;
using Sekisho.Platform.Approvals;
using Sekisho.Platform.Backup;
using Sekisho.Platform.Content;
using Sekisho.Platform.Decisions;
using Sekisho.Platform.Duties;
using Sekisho.Platform.Jobs;
using Sekisho.Platform.Keys;
using Sekisho.Platform.Ledger;
using Sekisho.Platform.Setup;

namespace Sekisho.Platform;

/// <summary>Registers the ground with a service container.</summary>
public static class PlatformServices
{
    /// <summary>Commands, ledger, queue, registries, store. Nothing runs by itself: see <see cref="AddPlatformBackground"/>.</summary>
    public static IServiceCollection AddPlatform(this IServiceCollection services, PlatformOptions options)
    {
        services.AddLogging();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(IdSource.Random);
        services.AddSingleton(options).AddModuleSchema(PlatformSchema.Module);
        services.AddSingleton<Database>().AddSingleton<CommandRunner>().AddSingleton<MigrationRunner>();
        services.AddSingleton<KeyFile>().AddSingleton<KeyRotation>().AddSingleton<SealerKey>().AddSingleton<SealSignal>().AddSingleton<Sealer>().AddSingleton<SealerHost>().AddSingleton<LedgerReader>();
        services.AddSingleton<LedgerVerifier>().AddSingleton<LedgerProver>().AddSingleton<SideTexts>();
        services.AddSingleton<ObjectFiles>().AddSingleton<ContentKeys>();
        services.AddSingleton(s => new ContentStore(s.GetRequiredService<ContentKeys>(), s.GetRequiredService<ObjectFiles>(), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton(s => new ContentRetention(
            s.GetRequiredService<CommandRunner>(), s.GetRequiredService<Database>(), s.GetRequiredService<ObjectFiles>(), s.GetRequiredService<TimeProvider>(), s.GetRequiredService<IdSource>()));
        services.AddSingleton<ConsumerHost>().AddSingleton<JobQueue>().AddSingleton<JobHost>().AddSingleton<DecisionPoints>().AddSingleton<ApprovalEngine>().AddSingleton<DutyEngine>().AddSingleton<DutyHost>().AddSingleton<CommandHistory>().AddSingleton<BackupWriter>().AddSingleton<BackupRestorer>();
        return services;
    }

    /// <summary>Names a module's schema, audit names and exempt tables.</summary>
    public static IServiceCollection AddModuleSchema(this IServiceCollection services, ModuleSchema schema) => services.AddSingleton(schema);

    /// <summary>Starts sealer, consumers and job slots with the host.</summary>
    public static IServiceCollection AddPlatformBackground(this IServiceCollection services)
    {
        services.AddSingleton<IHostedService>(s => s.GetRequiredService<SealerHost>());
        services.AddSingleton<IHostedService>(s => s.GetRequiredService<ConsumerHost>());
        services.AddSingleton<IHostedService>(s => s.GetRequiredService<JobHost>());
        services.AddSingleton<IHostedService>(s => s.GetRequiredService<DutyHost>());
        return services;
    }

    /// <summary>Keeps the web's protection keys (cookies, antiforgery) in the database, sealed under the key-encryption key (rule T11).</summary>
    public static IServiceCollection AddPlatformDataProtection(this IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("sekisho");
        services.AddSingleton<ProtectionKeys>();
        services.AddOptions<KeyManagementOptions>().Configure<ProtectionKeys>((options, keys) => options.XmlRepository = keys);
        return services;
    }
}
