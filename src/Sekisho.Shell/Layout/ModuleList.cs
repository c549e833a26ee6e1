using System.Reflection;

namespace Sekisho.Shell.Layout;

/// <summary>The modules of this installation, as the executable named them.</summary>
public sealed class ModuleList(IReadOnlyList<IModule> modules)
{
    public IReadOnlyList<IModule> Modules { get; } = modules;

    public IReadOnlyList<Assembly> Assemblies { get; } = modules.Select(m => m.PagesAssembly).Where(a => a != typeof(ModuleList).Assembly).Distinct().ToList();

    /// <summary>The menu of all modules and of the shell, in order.</summary>
    public IReadOnlyList<NavigationEntry> Navigation { get; } = ShellNavigation.Entries.Concat(modules.SelectMany(m => m.Navigation))
        .OrderBy(e => e.Group).ThenBy(e => e.Order).ThenBy(e => e.Href, StringComparer.Ordinal).ToList();
}
