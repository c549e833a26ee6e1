namespace Sekisho.Kernel.Facts.Assurance;

/// <summary>啓発が届いた。</summary>
[Fact("awareness.delivered", "啓発が届いた", ProducerModule.Assurance, FactVolume.Single, FactArrival.Dated, TargetKind.City)]
public sealed record AwarenessDelivered(
    string? ItemId = null,
    string? AudienceKind = null,
    long? TargetCount = null,
    long? SentCount = null,
    long? ReadCount = null,
    DateTimeOffset? At = null) : IFact;
