namespace Sekisho.Kernel.Facts.Assurance;

/// <summary>自己点検に回答した。</summary>
[Fact("selfcheck.answered", "自己点検に回答した", ProducerModule.Assurance, FactVolume.Single, FactArrival.Dated, TargetKind.Person, TargetKind.Case)]
public sealed record SelfcheckAnswered(
    string? CampaignId = null,
    string? PersonId = null,
    FactList? NgItemIds = null,
    DateTimeOffset? At = null) : IFact;
