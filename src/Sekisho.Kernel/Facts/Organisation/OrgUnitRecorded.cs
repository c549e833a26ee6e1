namespace Sekisho.Kernel.Facts.Organisation;

/// <summary>部・課が日付つきで置かれた・改められた・廃された。</summary>
[Fact("org.unit.recorded", "部・課が日付つきで置かれた・改められた・廃された", ProducerModule.Organisation, FactVolume.Single, FactArrival.Event, TargetKind.Unit, TargetKind.Organ)]
public sealed record OrgUnitRecorded(
    string? UnitId = null,
    string? OrganCode = null,
    string? ParentUnitId = null,
    string? UnitClass = null,
    FactList? SuccessorUnitIds = null,
    DateOnly? ValidFrom = null,
    DateOnly? ValidTo = null) : IFact;
