using Microsoft.Extensions.DependencyInjection;
using Sekisho.Platform;
using Sekisho.Policy.Documents;
using Sekisho.Shell;
using Sekisho.Shell.Components;

namespace Sekisho.Policy;

/// <summary>Documents, obligations, scope, conformity and statements.</summary>
public sealed class PolicyModule : IModule
{
    public static ModuleSchema Schema { get; } = new(DocumentsContext.Schema, typeof(PolicyModule).Assembly,
        ["policy.pack.applied", "policy.edition.imported"], []);

    public string Name => DocumentsContext.Schema;

    public IReadOnlyList<Type> ContextTypes => [typeof(DocumentsContext)];

    public IReadOnlyList<NavigationEntry> Navigation =>
        [new(NavigationGroup.Conformity, "policy.nav", "/policy", Glyph.Article, 20)];

    public void Register(IServiceCollection services)
    {
        services.AddModuleSchema(Schema);
        services.AddDocuments();
    }
}
