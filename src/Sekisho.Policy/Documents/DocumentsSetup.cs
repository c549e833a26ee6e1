using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Sekisho.Policy.Drafts;
using Sekisho.Policy.Mapping;
using Sekisho.Policy.Packs;
using Sekisho.Policy.Scope;

namespace Sekisho.Policy.Documents;

/// <summary>Services of packs, documents and scope. The executable gives its own <see cref="PackFolder"/> before the modules register.</summary>
internal static class DocumentsSetup
{
    public static IServiceCollection AddDocuments(this IServiceCollection services)
    {
        services.TryAddSingleton(PackFolder.Shipped);
        services.AddSingleton<PackLibrary>().AddSingleton<ApplyPack>().AddSingleton<StartPack>().AddSingleton<PolicyImporter>().AddSingleton<ConfigureScope>().AddSingleton<PolicyReader>().AddSingleton<ScopeReader>().AddSingleton<Findings.FindingReader>().AddSingleton<Findings.FindingDesk>();
        services.AddSingleton<DraftDesk>().AddSingleton<BindDraft>().AddSingleton<DraftReader>();
        services.AddSingleton<MappingProposals>().AddSingleton<MappingReader>().AddSingleton<MappingDesk>();
        services.AddHostedService<StructureHost>();
        return services;
    }
}
