using Sekisho.Shell.Components;

namespace Sekisho.Shell.Layout;

/// <summary>The menu entries of the shell itself.</summary>
internal static class ShellNavigation
{
    public static IReadOnlyList<NavigationEntry> Entries { get; } =
    [
        new(NavigationGroup.Today, "shell.nav.today", "/", Glyph.Today, 0),
    ];
}
