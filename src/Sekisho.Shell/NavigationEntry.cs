using Sekisho.Shell.Components;
using Sekisho.Shell.Routing;

namespace Sekisho.Shell;

/// <summary>
/// One line of the left menu. <paramref name="WordKey"/> names the words, <paramref name="Order"/> sorts inside the group (tens).
/// An entry is shown to holders of one of <see cref="Roles"/>; empty means every signed-in person.
/// </summary>
public sealed record NavigationEntry(NavigationGroup Group, string WordKey, string Href, Glyph Glyph, int Order)
{
    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>How many things wait behind the entry for this person; null or zero shows nothing. One SQL statement at most.</summary>
    public Func<IServiceProvider, Current, CancellationToken, Task<NavigationCount?>>? Count { get; init; }
}
