namespace Sekisho.Access.Passwords;

/// <summary>The city's rule for passwords and second factors: one row.</summary>
internal sealed class SignInPolicy
{
    public const string ForAll = "all", ForAdministrators = "administrators", ForNobody = "none";

    public int Id { get; init; } = 1;
    /// <summary>Fewest characters, 8 to 64; below the 12 of the rules only with a registered exception.</summary>
    public int MinLength { get; set; } = 12;
    public bool Blocklist { get; set; } = true;
    /// <summary>How many earlier passwords may not come back, 0 to 24.</summary>
    public int History { get; set; } = 3;
    /// <summary>Days after which a password must be changed; null in a city that asks for no regular change.</summary>
    public int? MaxAgeDays { get; set; }
    public string SecondFactor { get; set; } = ForAll;
    /// <summary>The approved exception a weaker rule rests on.</summary>
    public string? ExceptionId { get; set; }
    public int RowVersion { get; set; } = 1;

    /// <summary>Whether this account must give a second factor.</summary>
    public bool AsksSecondFactor(Accounts.Account account) => !account.SecondFactorExempt
        && (string.Equals(SecondFactor, ForAll, StringComparison.Ordinal)
            || (string.Equals(SecondFactor, ForAdministrators, StringComparison.Ordinal) && account.IsAdministrator));
}
