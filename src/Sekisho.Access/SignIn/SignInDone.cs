namespace Sekisho.Access.SignIn;

/// <summary>A session began. The token goes into the cookie and nowhere else.</summary>
internal sealed record SignInDone(string Token, string Stage);
