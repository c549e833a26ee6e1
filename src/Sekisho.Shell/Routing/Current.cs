using System.Security.Claims;
using Sekisho.Platform;

namespace Sekisho.Shell.Routing;

/// <summary>Who is asking, for the length of one request: person, roles held today and what they reach. Derived anew for every request.</summary>
public sealed class Current
{
    private ClaimsPrincipal principal = new();
    private IReadOnlyList<HeldRole>? held;
    private HashSet<string>? units;

    public bool IsSignedIn => principal.Identity?.IsAuthenticated == true;
    public string? PersonId => Claim(SekishoClaims.Person);
    public string? AccountId => Claim(SekishoClaims.Account);
    public string? SessionId => Claim(SekishoClaims.Session);
    public string Name => Claim(SekishoClaims.Name) ?? "";
    public string Post => Claim(SekishoClaims.Post) ?? "";
    public string? OrganCode => Claim(SekishoClaims.Organ);
    public string? UnitId => Claim(SekishoClaims.Unit);
    public string? LastSignIn => Claim(SekishoClaims.LastSignIn);

    /// <summary>The role chosen in the top bar; the most operational one held when none was chosen.</summary>
    public string? ActingRole => Claim(SekishoClaims.ActingRole) ?? RoleOrder.Start(Held.Select(h => h.Role));

    public IReadOnlyList<HeldRole> Held => held ??= principal.FindAll(SekishoClaims.Role).Select(c => HeldRole.FromClaim(c.Value)).ToList();

    /// <summary>Units whose rows this person sees: the own one and those below a role that reaches them.</summary>
    public IReadOnlySet<string> Units => units ??= principal.FindAll(SekishoClaims.UnitInScope).Select(c => c.Value)
        .Concat(UnitId is { } own ? [own] : []).ToHashSet(StringComparer.Ordinal);

    public bool Has(string role) => Held.Any(h => string.Equals(h.Role, role, StringComparison.Ordinal));

    /// <summary>Whether a held role reaches this organ and unit.</summary>
    public bool Has(string role, string organ, string? unit = null) => Held.Any(h =>
        string.Equals(h.Role, role, StringComparison.Ordinal)
        && (h.OrganCode is null || string.Equals(h.OrganCode, organ, StringComparison.Ordinal))
        && (h.UnitId is null || string.Equals(h.UnitId, unit, StringComparison.Ordinal)));

    /// <summary>Organs are walls (rule M4): the own one, and those a held role of the policy reaches. Running the installation opens no wall.</summary>
    public bool SeesOrgan(string organ) =>
        string.Equals(OrganCode, organ, StringComparison.Ordinal)
        || Held.Any(h => Reaches(h, organ));

    /// <summary>The own unit, those in scope, and every unit of an organ that a role without a unit reaches.</summary>
    public bool SeesUnit(string organ, string unit) => Units.Contains(unit)
        || Held.Any(h => h.UnitId is null && Reaches(h, organ));

    /// <summary>Who acts, for a command.</summary>
    public Actor Actor => PersonId is null ? Actor.Anonymous
        : new(ActorKind.Person, Name, PersonId, OrganCode, UnitId, Held.Select(h => h.Role).ToHashSet(StringComparer.Ordinal));

    internal void Set(ClaimsPrincipal user) => (principal, held, units) = (user, null, null);

    // Everybody on the staff, and whoever runs the installation, reach nothing but their own unit.
    private static bool Reaches(HeldRole held, string organ) => held.Role is not (Roles.Administrator or "ALL_STAFF" or "CONTRACTOR")
        && (held.OrganCode is null || string.Equals(held.OrganCode, organ, StringComparison.Ordinal));

    private string? Claim(string type) => principal.FindFirst(type)?.Value;
}
