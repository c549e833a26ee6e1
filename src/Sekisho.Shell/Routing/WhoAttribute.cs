namespace Sekisho.Shell.Routing;

/// <summary>
/// Declares who may use a page or an endpoint; a route without it fails at start. <c>[Who]</c> = every signed-in person,
/// <c>[Who(Roles.SysAdmin, Roles.Ciso)]</c> = holders of one of the roles, <c>[Who(Anonymous = true)]</c> = everybody.
/// Which rows a permitted person sees is the page's own question (<see cref="Current.SeesOrgan"/>, <see cref="Current.SeesUnit"/>).
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class WhoAttribute(params string[] roles) : Attribute
{
    public IReadOnlyList<string> Roles { get; } = roles;

    public bool Anonymous { get; init; }

    /// <summary>True when even the existence of the route is hidden from others: they get 404 instead of 403 (audit routes, rule M4).</summary>
    public bool Hidden { get; init; }

    /// <summary>Whether this person may use the route.</summary>
    public bool Admits(Current current) =>
        Anonymous || (current.IsSignedIn && (Roles.Count == 0 || Roles.Any(current.Has)));
}
