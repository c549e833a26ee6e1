namespace Sekisho.Access.Accounts;

/// <summary>An account to be made.</summary>
/// <param name="Login">Staff number as it will be typed; normalised before it is stored.</param>
/// <param name="PersonId">The person of the organisation it belongs to; null only for an administrator from outside the staff list.</param>
/// <param name="SecondFactorExempt">Reported as an exemption; for demonstration accounts.</param>
public sealed record NewAccount(string Login, string Name, string? PersonId, bool IsAdministrator, bool SecondFactorExempt, bool MustChangePassword);
