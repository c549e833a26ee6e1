using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Sekisho.Gate.Holding;
using Sekisho.Gate.Model;
using Sekisho.Gate.Processing;
using Sekisho.Gate.Release;
using Sekisho.Kernel.Workers;
using Sekisho.Platform;
using Sekisho.Platform.Approvals;
using Sekisho.Platform.Decisions;
using Sekisho.Shell.Routing;

namespace Sekisho.Gate.Pages;

/// <summary>Reads one mail for its page. Null for a number that does not exist and for one behind a wall.</summary>
internal sealed class MailItems(Database database, MailShelf shelf, DecisionPoints decisions)
{
    internal async Task<MailView?> ReadAsync(Current current, string id, CancellationToken ct)
    {
        var reach = await MailReach.OfAsync(current, decisions, ct);
        await using var read = await database.ReadAsync(ct);
        var context = read.Context<GateContext>();
        if (await context.Mails.SingleOrDefaultAsync(m => m.Id == id, ct) is not { } mail) return null;
        var approval = await read.LatestApprovalOfAsync(RequestRelease.SubjectKind, id, ct);
        var isApprover = approval is { State: ApprovalState.Open } open && current.PersonId is { } person && await read.ApprovalAsync(open.Id, person, ct) is { } seen && seen.Case.Waiting.Contains(person, StringComparer.Ordinal);
        if (!isApprover && !reach.Sees(mail)) return null;
        var mayRead = isApprover || reach.IsRecipient(mail.Recipients);
        var parts = await context.Parts.Where(p => p.MailId == id).OrderBy(p => p.Ordinal).ToListAsync(ct);
        var findings = await context.Findings.Where(f => f.MailId == id).OrderBy(f => f.Ordinal).Take(200).ToListAsync(ct);
        var deliveries = await context.Deliveries.Where(d => d.MailId == id).OrderBy(d => d.Route).ToListAsync(ct);
        return new(mail, parts, [.. findings.Select(Told)], deliveries, mayRead,
            mayRead ? await TextAsync(mail.BeforeObject, ct) : null, mayRead ? await TextAsync(mail.AfterObject, ct) : null, approval)
        {
            MayOpen = mail.State == MailState.Held && (reach.IsRecipient(mail.Recipients) || current.Has(Roles.SysAdmin) || current.Has(Roles.SysOwner)) && findings.Any(f => LockedMail.IsLocked(f.Rule, Enum.Parse<FindingAction>(f.Action))),
        };
    }

    private static (Finding, string) Told(MailFinding row)
    {
        var finding = new Finding(row.Rule, Enum.Parse<FindingAction>(row.Action), row.Place, row.Count, JsonSerializer.Deserialize<Dictionary<string, string>>(row.Arguments) ?? []);
        return (finding, FindingSentences.Of(finding));
    }

    private async Task<string?> TextAsync(string? objectId, CancellationToken ct)
    {
        if (objectId is null) return null;
        var bytes = await shelf.BytesAsync(objectId, ct);
        return bytes.IsOk ? Encoding.UTF8.GetString(bytes.Value) : null;
    }
}
