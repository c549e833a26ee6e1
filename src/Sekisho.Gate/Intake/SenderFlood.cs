using Microsoft.EntityFrameworkCore;
using Sekisho.Gate.Model;
using Sekisho.Platform;

namespace Sekisho.Gate.Intake;

/// <summary>LM-20: whether one sender fills the store. Bounces have no sender and are not counted: many of them have nothing to do with each other.</summary>
internal sealed class SenderFlood(Database database, GateOptions options, TimeProvider time)
{
    private static readonly TimeSpan Window = TimeSpan.FromHours(1);

    public async Task<bool> IsOverAsync(string sender, CancellationToken ct)
    {
        if (sender.Length == 0) return false;
        var since = time.GetUtcNow() - Window;
        await using var read = await database.ReadAsync(ct);
        var gate = read.Context<GateContext>();
        var mails = gate.Mails.Where(m => m.Sender == sender && m.ReceivedAt > since);
        var files = await mails.CountAsync(ct) + await gate.Parts.CountAsync(p => mails.Any(m => m.Id == p.MailId), ct);
        return files >= options.FilesPerHour || await gate.Mails.CountAsync(m => m.Sender == sender && m.State == MailState.Held, ct) >= options.HeldPerSender;
    }
}
