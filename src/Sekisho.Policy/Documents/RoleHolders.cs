namespace Sekisho.Policy.Documents;

/// <summary>A role in the city's words and the people who hold it today, in one line.</summary>
internal sealed record RoleHolders(string Role, string Names);
