using Microsoft.EntityFrameworkCore;
using Npgsql;
using Sekisho.Access.Accounts;
using Sekisho.Access.Passwords;
using Sekisho.Kernel;
using Sekisho.Kernel.Facts.Access;
using Sekisho.Platform;
using Sekisho.Platform.Registries;

namespace Sekisho.Access.Policies;

/// <summary>
/// Asks the running rule, not the settings: a password one character too short and one everybody tries are offered, and both must be refused.
/// Writes what it found as facts about our own sign-in.
/// </summary>
public sealed class PolicyProbe(CommandRunner commands, IdSource ids)
{
    /// <summary>Id under which our own sign-in is a system like any other.</summary>
    public const string SystemId = "sekisho-signin";
    private const string PolicyId = "sekisho-signin-policy";

    public Task<Result<bool>> RunAsync(CancellationToken ct) =>
        commands.RunAsync<bool>(ids.Next(), "access.policy.probe", Actor.Service("access"), async (work, inner) =>
        {
            await WriteAsync(work, await work.Context<AccessContext>().Policies.AsNoTracking().SingleAsync(inner), inner);
            return true;
        }, ct);

    internal static async Task WriteAsync(UnitOfWork work, SignInPolicy policy, CancellationToken ct)
    {
        await work.PutSubjectAsync(new Subject(new TargetRef(TargetKind.System, SystemId), "Sekisho のサインイン", null, null, null, null), ct);
        work.Fact(new IdpPasswordPolicyEnforced(SystemId, policy.MinLength, policy.Blocklist, policy.History, policy.MaxAgeDays, Holds(policy), policy.ExceptionId, work.Now));
        var accounts = await work.Context<AccessContext>().Accounts.AsNoTracking().Where(a => a.State == Account.Active).Select(a => new { a.SecondFactorExempt, a.IsAdministrator }).ToListAsync(ct);
        var exempt = accounts.Count(a => a.SecondFactorExempt || policy.SecondFactor == SignInPolicy.ForNobody || (policy.SecondFactor == SignInPolicy.ForAdministrators && !a.IsAdministrator));
        work.Fact(new IdpMfaEnforced(SystemId, policy.SecondFactor, null, PolicyId, policy.SecondFactor == SignInPolicy.ForNobody ? 1 : 2, policy.SecondFactor == SignInPolicy.ForAll, exempt, policy.ExceptionId, work.Now));
    }

    private static bool Holds(SignInPolicy policy)
    {
        var tooShort = new string([.. Enumerable.Range(0, policy.MinLength - 1).Select(i => "水k鳥w雲t岩p"[i % 8])]);
        return PasswordRule.Check(tooShort, policy.MinLength, policy.Blocklist, []).Count > 0
            && PasswordRule.Check("Password12345678901234567890" + new string('1', 64), policy.MinLength, policy.Blocklist, []).Count > 0;
    }
}
