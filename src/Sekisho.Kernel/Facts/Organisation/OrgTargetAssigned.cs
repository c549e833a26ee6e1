namespace Sekisho.Kernel.Facts.Organisation;

/// <summary>対象一つの所管課が日付つきで決まった。</summary>
[Fact("org.target.assigned", "対象一つの所管課が日付つきで決まった", ProducerModule.Organisation, FactVolume.Single, FactArrival.Event, TargetKind.Unit, TargetKind.System, TargetKind.Terminal, TargetKind.Person, TargetKind.Asset, TargetKind.Contract, TargetKind.Service, TargetKind.Facility, TargetKind.Account)]
public sealed record OrgTargetAssigned(
    string? UnitId = null,
    [property: Field("target_kind")] string? AssignedKind = null,
    string? TargetId = null,
    DateOnly? ValidFrom = null,
    DateOnly? ValidTo = null) : IFact;
