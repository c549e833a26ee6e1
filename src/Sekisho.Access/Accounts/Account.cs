namespace Sekisho.Access.Accounts;

/// <summary>One way in. A person has at most one active account; a person without one still has duties (rule M5).</summary>
internal sealed class Account
{
    public const string Active = "active", Stopped = "stopped";

    public required string Id { get; init; }
    /// <summary>Staff number as typed at sign-in: half width, lower case.</summary>
    public required string Login { get; init; }
    public required string Name { get; set; }
    public string? PersonId { get; set; }
    public bool IsAdministrator { get; set; }
    /// <summary>True when no second factor is asked; counted and reported as an exemption.</summary>
    public bool SecondFactorExempt { get; set; }
    public string State { get; set; } = Active;
    public required string PasswordHash { get; set; }
    public DateTimeOffset PasswordSetAt { get; set; }
    public bool MustChangePassword { get; set; }
    /// <summary>Wrapped by the key file; null until set up.</summary>
    public byte[]? TotpSecret { get; set; }
    /// <summary>The last accepted time step: a number is good once.</summary>
    public long? TotpLastStep { get; set; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? StoppedAt { get; set; }
    /// <summary>Set when the account was stopped because the person left: the first day no longer here.</summary>
    public DateOnly? LeftOn { get; set; }
    public DateTimeOffset? LastSignInAt { get; set; }
    public int RowVersion { get; set; } = 1;

    public bool IsActive => string.Equals(State, Active, StringComparison.Ordinal);
}
