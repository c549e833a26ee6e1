using Sekisho.Gate.Model;
using Sekisho.Gate.Processing;
using Sekisho.Platform;

namespace Sekisho.Gate.Delivery;

/// <summary>Puts a sanitised mail on its way: one delivery per next server of its recipients.</summary>
internal sealed class DeliveryQueue(GateOptions options)
{
    public void Add(UnitOfWork work, Mail mail)
    {
        foreach (var group in mail.Recipients.GroupBy(RouteOf, StringComparer.OrdinalIgnoreCase))
        {
            var next = options.Routes.GetValueOrDefault(group.Key) ?? (group.Key == "relay" ? options.Relay : null);
            var delivery = new Model.Delivery
            {
                Id = work.Ids.Next(), MailId = mail.Id, Route = group.Key, Host = next?.Host, Port = next?.Port, Recipients = [.. group],
                State = group.Key == "relay" && next is null ? DeliveryState.NoRelay : DeliveryState.Queued, QueuedAt = work.Now,
            };
            work.Context<GateContext>().Add(delivery);
            if (delivery.State == DeliveryState.Queued) work.Enqueue(DeliverMailJob.JobKind, MailJobArgs.Write(delivery.Id.ToString()));
        }
    }

    private string RouteOf(string recipient)
    {
        var domain = recipient[(recipient.LastIndexOf('@') + 1)..];
        return options.Routes.ContainsKey(domain) ? domain.ToLowerInvariant() : options.Relay is null && options.DemoMailbox ? "mailbox" : "relay";
    }
}
