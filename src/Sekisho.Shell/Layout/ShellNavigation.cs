using Sekisho.Shell.Components;

namespace Sekisho.Shell.Layout;

/// <summary>The menu entries of the shell itself.</summary>
internal static class ShellNavigation
{
    public static IReadOnlyList<NavigationEntry> Entries { get; } =
    [
        new(NavigationGroup.Today, "shell.nav.today", "/", Glyph.Today, 0),
        new(NavigationGroup.Organisation, "shell.setup.title", "/introduction", Glyph.Done, 80) { Roles = [Routing.Roles.Administrator, Routing.Roles.SysAdmin] },
        new(NavigationGroup.Organisation, "shell.admin.title", "/admin", Glyph.Gear, 90) { Roles = [Routing.Roles.Administrator, Routing.Roles.SysAdmin] },
    ];
}
