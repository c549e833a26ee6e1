using Sekisho.Kernel;
using Sekisho.Kernel.Facts;

namespace Sekisho.Platform.Ledger;

/// <summary>A record as its command wrote it, before it becomes bytes.</summary>
internal sealed record PendingRecord(
    Guid Id, string Name, bool IsFact, int SchemaVersion, IReadOnlyList<TargetRef> Targets, DateTimeOffset OccurredAt,
    IReadOnlyDictionary<string, object> Payload, IReadOnlyDictionary<string, string> Side)
{
    private static readonly Dictionary<string, string> NoSide = [];

    public static PendingRecord Of(IFact fact, DateTimeOffset occurredAt)
    {
        var schema = FactSchema.Of(fact);
        return new(Guid.Empty, schema.Name, true, schema.SchemaVersion, FactTargets.Of(fact), Instant.Cut(occurredAt), FactPayload.Of(fact), FactPayload.Side(fact));
    }

    public static PendingRecord Audit(
        string name, IReadOnlyDictionary<string, object> payload, IReadOnlyDictionary<string, string>? side, IReadOnlyList<TargetRef> targets, DateTimeOffset now) =>
        new(Guid.Empty, name, false, 1, targets, now, payload, side ?? NoSide);
}
