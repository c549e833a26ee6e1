namespace Sekisho.Kernel.Facts.Registers;

/// <summary>SNSの手順・発信可能情報が定められた。</summary>
[Fact("social.rule.published", "SNSの手順・発信可能情報が定められた", ProducerModule.Registers, FactVolume.Single, FactArrival.Dated, TargetKind.Service, TargetKind.Document)]
public sealed record SocialRulePublished(
    string? ServiceId = null,
    string? DocId = null,
    string? Version = null,
    string? RuleKind = null,
    DateTimeOffset? At = null,
    DateOnly? NextDue = null) : IFact;
