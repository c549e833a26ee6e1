using System.Net;

namespace Sekisho.Access.SignIn;

/// <summary>What was typed and from where.</summary>
internal sealed record SignInRequest(string Login, string Password, string Code, IPAddress? From);
