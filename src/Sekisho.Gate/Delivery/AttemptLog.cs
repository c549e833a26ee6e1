using Microsoft.EntityFrameworkCore;
using Sekisho.Gate.Model;
using Sekisho.Kernel;
using Sekisho.Platform;

namespace Sekisho.Gate.Delivery;

/// <summary>Remembers tries before the first byte goes out, so that a crash cannot make one disappear.</summary>
internal sealed class AttemptLog(CommandRunner commands, IdSource ids)
{
    private static readonly Actor Sender = Actor.Service("gate.sender");

    /// <returns>How many earlier tries have no known end.</returns>
    public async Task<int> BeginAsync(Guid delivery, int number, CancellationToken ct)
    {
        var begun = await commands.RunAsync<int>(ids.Next(), "gate.mail.attempt", Sender, async (work, token) =>
        {
            var db = work.Context<GateContext>();
            var open = await db.Attempts.CountAsync(a => a.DeliveryId == delivery && a.Number < number && a.EndedAt == null, token);
            if (!await db.Attempts.AnyAsync(a => a.DeliveryId == delivery && a.Number == number, token))
                db.Add(new DeliveryAttempt { DeliveryId = delivery, Number = number, StartedAt = work.Now });
            return open;
        }, ct);
        return begun.Value;
    }
}
