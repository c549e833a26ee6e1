namespace Sekisho.Policy.Scope;

/// <summary>What a person decided about one entry.</summary>
/// <param name="Id">The entry.</param>
/// <param name="InScope">In or out.</param>
/// <param name="OrganCode">For a body: the organ it is; null when the city has none in the organisation.</param>
public sealed record ScopeDecision(Guid Id, bool InScope, string? OrganCode);
