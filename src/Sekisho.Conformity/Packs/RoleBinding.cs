using Sekisho.Kernel;

namespace Sekisho.Conformity.Packs;

/// <summary>What a city's text calls a role, and where. A name without a neutral role (UNMAPPED) carries a suggestion.</summary>
/// <param name="State">Proposal: the text names no such role; a person confirms it on the first-run page.</param>
public sealed record RoleBinding(RoleCode Role, string LocalName, RoleState State, string? Path, RoleCode? Suggest);
