using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Sekisho.Gate.Model;
using Sekisho.Kernel;
using Sekisho.Platform;
using Sekisho.Platform.Content;
using Sekisho.Platform.Keys;

namespace Sekisho.Gate.Processing;

/// <summary>How the gate's jobs come to what they work on: the rows as they are now, and bytes of the content store.</summary>
internal sealed class MailShelf(Database database, ContentStore store, ILogger<MailShelf> log)
{
    /// <summary>The mail; null when there is none.</summary>
    public async Task<Mail?> MailAsync(string id, CancellationToken ct)
    {
        await using var read = await database.ReadAsync(ct);
        return await read.Context<GateContext>().Mails.SingleOrDefaultAsync(m => m.Id == id, ct);
    }

    /// <summary>The delivery and its mail; null when there is none.</summary>
    public async Task<(Model.Delivery Delivery, Mail Mail)?> DeliveryAsync(Guid id, CancellationToken ct)
    {
        await using var read = await database.ReadAsync(ct);
        var db = read.Context<GateContext>();
        if (await db.Deliveries.SingleOrDefaultAsync(d => d.Id == id, ct) is not { } delivery) return null;
        return (delivery, await db.Mails.SingleAsync(m => m.Id == delivery.MailId, ct));
    }

    /// <summary>The bytes; refused with <see cref="GateRefusals.OriginalUnreadable"/> while key or file is away or the file is not what it was.</summary>
    public async Task<Result<byte[]>> BytesAsync(string objectId, CancellationToken ct)
    {
        try
        {
            return await store.ReadAsync(objectId, ct);
        }
        catch (Exception e) when (e is KeyUnavailableException or ContentUnavailableException)
        {
            log.LogWarning("An object of a mail cannot be read: {Reason}", e.Message);
            return GateRefusals.OriginalUnreadable;
        }
    }
}
