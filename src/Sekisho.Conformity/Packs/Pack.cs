using Sekisho.Kernel;

namespace Sekisho.Conformity.Packs;

/// <summary>One city's policy in our words: roles, zones, scope, settings, obligations. The text itself is the city's and is bound by path.</summary>
/// <param name="Terms">What the text calls asset, integrity …, by neutral key.</param>
/// <param name="Parameters">Values that replace defaults of the catalogue, as "CONTROL.name" → value.</param>
public sealed record Pack(
    string Code,
    string City,
    PackDocument Document,
    IReadOnlyList<PackZone> Zones,
    IReadOnlyList<RoleBinding> Roles,
    IReadOnlyList<ScopeEntry> Scope,
    IReadOnlyList<PackRoute> Routes,
    IReadOnlyDictionary<string, string> Terms,
    PackSettings Settings,
    IReadOnlyDictionary<string, string> Parameters,
    IReadOnlyList<Obligation> Obligations,
    Digest Digest);
