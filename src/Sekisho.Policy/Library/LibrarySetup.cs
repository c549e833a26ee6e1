using Microsoft.Extensions.DependencyInjection;

namespace Sekisho.Policy.Library;

internal static class LibrarySetup
{
    public static IServiceCollection AddLibrary(this IServiceCollection services) =>
        services.AddSingleton<LibraryReader>().AddSingleton<ClosedReaders>().AddSingleton<Reviews.ReviewReader>().AddSingleton<Platform.Ledger.ISealedConsumer, Reviews.ReviewConsumer>().AddHostedService<LibraryHost>();
}
