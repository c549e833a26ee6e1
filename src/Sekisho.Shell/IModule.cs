using System.Reflection;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Sekisho.Shell;

/// <summary>
/// One ring-3 module as the shell sees it. The explicit list of modules lives in the executable; nothing is scanned for.
/// The shell reads the words of a module from the embedded resource <c>words.tsv</c> of <see cref="PagesAssembly"/>.
/// </summary>
public interface IModule
{
    /// <summary>Lower-case name, equal to the schema of its tables.</summary>
    string Name { get; }

    /// <summary>Where its pages, migrations and words are embedded.</summary>
    Assembly PagesAssembly => GetType().Assembly;

    /// <summary>Its EF contexts; a test compares each with the migrated schema.</summary>
    IReadOnlyList<Type> ContextTypes { get; }

    IReadOnlyList<NavigationEntry> Navigation => [];

    /// <summary>What the module shows at the right of 「今日すること」: components without parameters, small and quick (one or two SQL statements).</summary>
    IReadOnlyList<HomePanel> HomePanels => [];

    /// <summary>The steps of the first week this module answers for (rule M10).</summary>
    IReadOnlyList<SetupStep> SetupSteps => [];

    void Register(IServiceCollection services);

    /// <summary>Endpoints that are not pages. Each needs a declaration: <c>.Who(...)</c>.</summary>
    void Map(IEndpointRouteBuilder routes) { }
}
