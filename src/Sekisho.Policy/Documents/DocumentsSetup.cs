using Microsoft.Extensions.DependencyInjection;

namespace Sekisho.Policy.Documents;

internal static class DocumentsSetup
{
    public static IServiceCollection AddDocuments(this IServiceCollection services) => services;
}
