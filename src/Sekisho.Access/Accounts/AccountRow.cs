namespace Sekisho.Access.Accounts;

/// <summary>One line of the list of accounts.</summary>
internal sealed record AccountRow(
    string Id, string Login, string Name, string? PersonId, bool IsAdministrator, bool IsActive, bool HasSecondFactor, bool IsExempt, DateTimeOffset? LastSignIn);
