using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Sekisho.Access.Sessions;

/// <summary>Turns the session cookie into the person of the request. A session that is not all the way in is known but not signed in.</summary>
internal sealed class SessionAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, SessionStore sessions, PersonClaims persons)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "sekisho";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (SessionToken.HashOf(Request) is not { } hash || await sessions.FindAsync(hash, Context.RequestAborted) is not { } session)
            return AuthenticateResult.NoResult();
        Context.Features.Set(session);
        if (!string.Equals(session.Stage, Stage.Full, StringComparison.Ordinal)) return AuthenticateResult.NoResult();
        var claims = await persons.OfAsync(session, Context.RequestAborted);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(new ClaimsIdentity(claims, SchemeName)), SchemeName));
    }
}
