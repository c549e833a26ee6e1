using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Sekisho.Kernel;
using Sekisho.Platform;
using Sekisho.Platform.Ledger;
using Sekisho.Policy.Duties;
using Sekisho.Policy.Packs;
using Sekisho.Policy.Statements;

namespace Sekisho.Policy.Board;

/// <summary>Registers conformity: state, consumer, clock, questions, statements.</summary>
internal static class BoardSetup
{
    public static IServiceCollection AddConformity(this IServiceCollection services) => services
        .AddSingleton<ConformityState>()
        .AddSingleton<ISealedConsumer, ConformityConsumer>().AddSingleton<ISealedConsumer, DutyConsumer>()
        .AddSingleton(s => new ConformityClock(s.GetRequiredService<ConformityState>(), s.GetRequiredService<PackLibrary>(), s.GetRequiredService<Database>(), s.GetRequiredService<CommandRunner>(),
            s.GetRequiredService<IdSource>(), s.GetRequiredService<TimeProvider>(), s.GetRequiredService<ILogger<ConformityClock>>()))
        .AddSingleton<IHostedService>(s => s.GetRequiredService<ConformityClock>())
        .AddSingleton(s => new ConformityQueries(s.GetRequiredService<ConformityState>(), s.GetRequiredService<PackLibrary>(), s.GetRequiredService<LedgerReader>(), s.GetRequiredService<TimeProvider>()))
        .AddSingleton<BoardHistory>().AddSingleton<BoardOutlook>()
        .AddSingleton<Paper.BriefReports>()
        .AddSingleton<StatementService>()
        .AddSingleton(s => new CorrectionService(s.GetRequiredService<CommandRunner>(), s.GetRequiredService<Database>(), s.GetRequiredService<PackLibrary>(), s.GetRequiredService<Sekisho.Platform.Duties.DutyEngine>()));
}
