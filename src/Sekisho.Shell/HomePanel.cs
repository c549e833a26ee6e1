namespace Sekisho.Shell;

/// <summary>
/// A component on 「今日すること」. It asks for nothing and renders nothing when it has nothing to say. <paramref name="Urgent"/> ones stand above all,
/// and only the first that speaks is shown: one urgent thing a page. <paramref name="Roles"/> empty = every signed-in person.
/// </summary>
public sealed record HomePanel(Type Component, int Order, bool Urgent = false)
{
    public IReadOnlyList<string> Roles { get; init; } = [];
}
