namespace Sekisho.Kernel.Facts.Response;

/// <summary>CSIRTの名簿と連絡先が確かめられた。</summary>
[Fact("csirt.roster.confirmed", "CSIRTの名簿と連絡先が確かめられた", ProducerModule.Response, FactVolume.Single, FactArrival.Dated, TargetKind.City)]
public sealed record CsirtRosterConfirmed(
    string? CommanderPersonId = null,
    FactList? MemberPersonIds = null,
    string? NominatedBy = null,
    long? UnreachedCount = null,
    DateTimeOffset? ContactsTestedAt = null) : IFact;
