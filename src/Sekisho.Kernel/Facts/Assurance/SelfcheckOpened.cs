namespace Sekisho.Kernel.Facts.Assurance;

/// <summary>自己点検が対象と期限つきで開かれた。</summary>
[Fact("selfcheck.opened", "自己点検が対象と期限つきで開かれた", ProducerModule.Assurance, FactVolume.Single, FactArrival.Dated, TargetKind.Case)]
public sealed record SelfcheckOpened(
    string? CampaignId = null,
    FactList? RoleCodes = null,
    FactList? PersonClasses = null,
    long? TargetCount = null,
    DateOnly? OpenedOn = null,
    DateOnly? DueOn = null) : IFact;
