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
/// holds. Runs when the ledger says something new about people and, because days pass without records, every few minutes.
/// </summary>
internal sealed class Leavers(CommandRunner commands, IdSource ids)
{
    public const string RoleEnded = "access.role.ended";

    /// <returns>How many accounts were stopped. Safe to repeat.</returns>
    public Task<Result<int>> RunAsync(CancellationToken ct) =>
        commands.RunAsync<int>(ids.Next(), "access.leaving", Actor.Service("access"), async (work, inner) => await StopAsync(work, inner), ct);

    internal static async Task<int> StopAsync(UnitOfWork work, CancellationToken ct)
    {
        var today = JapanTime.Day(work.Now);
        await EndRolesAsync(work, today, ct);
        var left = await PersonStates.LeftAsync(work, today, null, ct);
        if (left.Count == 0) return 0;
        var accounts = await work.Context<AccessContext>().Accounts.Where(a => a.State == Account.Active && a.PersonId != null && left.Keys.Contains(a.PersonId)).ToListAsync(ct);
        // Also the last administrator: the next start offers a link for a new one, while an account nobody should have stays open for ever.
        foreach (var account in accounts) await AccountService.StopAsync(work, account, "left", JapanTime.StartOf(left[account.PersonId!]), ct);
        return accounts.Count;
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
