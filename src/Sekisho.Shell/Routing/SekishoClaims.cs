namespace Sekisho.Shell.Routing;

/// <summary>Names of the claims that the sign-in module sets on every request and the shell reads into <see cref="Current"/>. Never written into the cookie.</summary>
public static class SekishoClaims
{
    public const string Person = "sekisho:person";
    public const string Account = "sekisho:account";
    public const string Session = "sekisho:session";
    public const string Name = "sekisho:name";
    public const string Post = "sekisho:post";
    public const string Organ = "sekisho:organ";
    public const string Unit = "sekisho:unit";
    /// <summary>A unit whose rows the person sees besides the own one; one claim each.</summary>
    public const string UnitInScope = "sekisho:unit-in-scope";
    /// <summary><see cref="HeldRole.ToClaim"/>; one claim each.</summary>
    public const string Role = "sekisho:role";
    /// <summary>The role the person chose to act in.</summary>
    public const string ActingRole = "sekisho:acting-role";
    public const string LastSignIn = "sekisho:last-sign-in";
}
