using System.Text;
using Microsoft.EntityFrameworkCore;
using Sekisho.Gate.Model;
using Sekisho.Platform;
using Sekisho.Platform.Content;
using Sekisho.Shell.Tables;

namespace Sekisho.Gate.Pages;

/// <summary>The demonstration's own mailbox: what the next server would have received. It exists only where there is no relay.</summary>
internal sealed class Mailboxes(Database database, ContentStore store, GateOptions options)
{
    internal bool Exists => options.DemoMailbox;

    internal async Task<(IReadOnlyList<MailboxRow> Rows, int Total)> ListAsync(TableView view, CancellationToken ct)
    {
        await using var read = await database.ReadAsync(ct);
        var context = read.Context<GateContext>();
        var total = await context.Mailbox.CountAsync(ct);
        var rows = await context.Mailbox.OrderByDescending(m => m.ArrivedAt).ThenBy(m => m.Recipient).Skip(view.Offset).Take(view.Size)
            .Join(context.Mails, m => m.MailId, m => m.Id, (box, mail) => new MailboxRow(mail.Id, box.Recipient, box.ArrivedAt, mail.Subject, mail.HeaderFrom, context.Parts.Count(p => p.MailId == mail.Id), mail.Outcome ?? ""))
            .ToListAsync(ct);
        return (rows, total);
    }

    /// <summary>A mail that was delivered into the mailbox, with its text; null for every other.</summary>
    internal async Task<(Mail Mail, IReadOnlyList<MailPart> Parts, string Text)?> ReadAsync(string id, CancellationToken ct)
    {
        if (!Exists) return null;
        await using var read = await database.ReadAsync(ct);
        var context = read.Context<GateContext>();
        if (!await context.Mailbox.AnyAsync(m => m.MailId == id, ct)) return null;
        var mail = await context.Mails.SingleAsync(m => m.Id == id, ct);
        var parts = await context.Parts.Where(p => p.MailId == id).OrderBy(p => p.Ordinal).ToListAsync(ct);
        return (mail, parts, mail.AfterObject is { } after ? Encoding.UTF8.GetString(await store.ReadAsync(after, ct)) : "");
    }

    /// <summary>Exactly the bytes that were delivered; null where the mailbox has no such mail.</summary>
    internal async Task<byte[]?> BytesAsync(string id, CancellationToken ct) =>
        await ReadAsync(id, ct) is { Mail.OutObject: { } output } ? await store.ReadAsync(output, ct) : null;
}
