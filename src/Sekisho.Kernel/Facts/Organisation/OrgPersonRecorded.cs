namespace Sekisho.Kernel.Facts.Organisation;

/// <summary>人の区分と在籍の状態(在職・休職・育休・長期派遣・退職)が日付つきで決まった。</summary>
[Fact("org.person.recorded", "人の区分と在籍の状態(在職・休職・育休・長期派遣・退職)が日付つきで決まった", ProducerModule.Organisation, FactVolume.Single, FactArrival.Event, TargetKind.Person)]
public sealed record OrgPersonRecorded(
    string? PersonId = null,
    string? PersonClass = null,
    string? State = null,
    DateOnly? ValidFrom = null,
    DateOnly? ValidTo = null) : IFact;
