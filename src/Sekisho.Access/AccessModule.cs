using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.DependencyInjection;
using Sekisho.Access.Accounts;
using Sekisho.Access.FirstAdministrator;
using Sekisho.Access.Leaving;
using Sekisho.Access.Own;
using Sekisho.Access.Policies;
using Sekisho.Access.Sessions;
using Sekisho.Access.SignIn;
using Sekisho.Access.Summaries;
using Sekisho.Access.Totp;
using Sekisho.Platform;
using Sekisho.Platform.Keys;
using Sekisho.Platform.Ledger;
using Sekisho.Shell;

namespace Sekisho.Access;

/// <summary>Signing in, second factors, sessions, accounts.</summary>
public sealed class AccessModule : IModule
{
    public static ModuleSchema Schema { get; } = new("access", typeof(AccessModule).Assembly,
        [
            "access.session.started", "access.session.ended", "access.recovery.used", "access.totp.enrolled", "access.totp.removed",
            "access.role.chosen", "access.policy.changed", "access.setup.offered", Leavers.RoleEnded,
        ],
        ["access.session_seen", "access.failure", "access.attempt", "access.person_state"]);

    public string Name => "access";

    public IReadOnlyList<Type> ContextTypes => [typeof(AccessContext)];

    public void Register(IServiceCollection services)
    {
        services.AddModuleSchema(Schema);
        services.AddSingleton(new WrappedColumn("access.account", "id", "totp_secret", "totp:"));
        services.AddSingleton<SessionStore>().AddSingleton<PersonClaims>().AddSingleton<TotpSecret>().AddSingleton<Lockout>();
        services.AddSingleton<SignInService>().AddSingleton<AccountService>().AddSingleton<OwnAccount>().AddSingleton<SetupLink>();
        services.AddSingleton<PolicyService>().AddSingleton<PolicyProbe>().AddSingleton<LoginSummary>().AddSingleton<AccountList>();
        services.AddSingleton<Leavers>().AddSingleton<ISealedConsumer, LeavingConsumer>();
        services.AddAuthentication(SessionAuthentication.SchemeName).AddScheme<AuthenticationSchemeOptions, SessionAuthentication>(SessionAuthentication.SchemeName, null);
        services.AddPlatformDataProtection();
        services.AddHostedService<ProbeHost>();
    }
}
