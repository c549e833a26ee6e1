namespace Sekisho.Policy.Library;

/// <summary>A body in whose name the policy is set; without an organ code nobody has tied it to one yet.</summary>
public sealed record Enactor(string? OrganCode, string Name);
