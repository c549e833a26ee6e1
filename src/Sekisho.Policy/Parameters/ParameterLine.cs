namespace Sekisho.Policy.Parameters;

/// <summary>One value of a rule as the page shows it.</summary>
/// <param name="Value">In force now.</param>
/// <param name="Basis">Null while it is the product's default that nobody has decided on.</param>
public sealed record ParameterLine(string Key, string ControlTitle, string Default, string? Reason, string Value, string? Basis, DateTimeOffset? Since);
