namespace Sekisho.Kernel.Facts.Policy;

/// <summary>対象者が文書を読み遵守を確認した。</summary>
[Fact("policy.acknowledged", "対象者が文書を読み遵守を確認した", ProducerModule.Policy, FactVolume.Single, FactArrival.Event, TargetKind.Person, TargetKind.Document)]
public sealed record PolicyAcknowledged(
    string? DocId = null,
    string? Version = null,
    string? PersonId = null,
    string? Method = null,
    DateTimeOffset? AcknowledgedAt = null) : IFact;
