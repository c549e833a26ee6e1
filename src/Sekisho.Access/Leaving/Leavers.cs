using Microsoft.EntityFrameworkCore;
using Npgsql;
using Sekisho.Access.Accounts;
using Sekisho.Access.Sessions;
using Sekisho.Kernel;
using Sekisho.Platform;
using Sekisho.Platform.Registries;
using Sekisho.Shell.Routing;

namespace Sekisho.Access.Leaving;

/// <summary>
/// Rights end with what they rest on: who left has no account and no session from that day (rule M5), and a session acts in no role that its person no longer
/// holds. Who is appointed again has the account again. Runs when the ledger says something new about people and, because days pass without records, every few minutes.
/// </summary>
internal sealed class Leavers(CommandRunner commands, IdSource ids)
{
    public const string RoleEnded = "access.role.ended";

    /// <returns>How many accounts were stopped. Safe to repeat.</returns>
    public Task<Result<int>> RunAsync(CancellationToken ct) =>
        commands.RunAsync<int>(ids.Next(), "access.leaving", Actor.Service("access"), async (work, inner) => await FollowAsync(work, inner), ct);

    internal static async Task<int> FollowAsync(UnitOfWork work, CancellationToken ct)
    {
        var today = JapanTime.Day(work.Now);
        await EndRolesAsync(work, today, ct);
        await RestoreAsync(work, today, ct);
        var left = await PersonStates.LeftAsync(work, today, null, ct);
        if (left.Count == 0) return 0;
        var accounts = await work.Context<AccessContext>().Accounts.Where(a => a.State == Account.Active && a.PersonId != null && left.Keys.Contains(a.PersonId)).ToListAsync(ct);
        // Also the last administrator: the next start offers a link for a new one, while an account nobody should have stays open for ever.
        foreach (var account in accounts)
        {
            account.LeftOn = left[account.PersonId!];
            await AccountService.StopAsync(work, account, "left", JapanTime.StartOf(account.LeftOn.Value), ct);
        }
        return accounts.Count;
    }

    // 再度任用. An administrator's account comes back by an administrator only: who keeps the list of people gives nobody that right.
    private static async Task RestoreAsync(UnitOfWork work, DateOnly today, CancellationToken ct)
    {
        var accounts = work.Context<AccessContext>().Accounts;
        var stopped = await accounts.Where(a => a.State == Account.Stopped && a.LeftOn != null && a.PersonId != null && !a.IsAdministrator)
            .Where(a => !accounts.Any(b => b.PersonId == a.PersonId && b.State == Account.Active)).OrderByDescending(a => a.LeftOn).ThenBy(a => a.Id).ToListAsync(ct);
        if (stopped.Count == 0) return;
        var since = await PersonStates.HereSinceAsync(work, today, ct);
        foreach (var person in stopped.GroupBy(a => a.PersonId!, StringComparer.Ordinal))
            if (since.TryGetValue(person.Key, out var day) && day >= person.First().LeftOn) AccountService.Restore(work, person.First());
    }

    private static async Task EndRolesAsync(UnitOfWork work, DateOnly today, CancellationToken ct)
    {
        foreach (var (session, account, person, role) in await ActingAsync(work, ct))
        {
            if ((await work.RoleHoldersAsync(today, new RoleCode(role), person: person, ct: ct)).Count > 0) continue;
            await SessionCommands.ExecuteAsync(work, "update access.session set acting_role = null where id = $1", ct, session);
            var payload = SessionCommands.Payload(account);
            (payload["session_id"], payload["role"]) = (session.ToString("N"), role);
            work.Audit(RoleEnded, payload, null, new TargetRef(TargetKind.Account, account));
        }
    }

    private static async Task<List<(Guid Session, string Account, string Person, string Role)>> ActingAsync(UnitOfWork work, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("""
            select s.id, a.id, a.person_id, s.acting_role from access.session s join access.account a on a.id = s.account_id
            where s.ended_at is null and s.expires_at > $1 and s.acting_role is not null and s.acting_role <> $2 and a.person_id is not null
            """, work.Connection, work.Transaction)
        { Parameters = { new() { Value = work.Now }, new() { Value = Roles.Administrator } } };
        await using var r = await command.ExecuteReaderAsync(ct);
        var acting = new List<(Guid, string, string, string)>();
        while (await r.ReadAsync(ct)) acting.Add((r.GetGuid(0), r.GetString(1), r.GetString(2), r.GetString(3)));
        return acting;
    }
}
