namespace Sekisho.Kernel.Facts.Registers;

/// <summary>保険の要否と加入状況が決まった。</summary>
[Fact("insurance.decided", "保険の要否と加入状況が決まった", ProducerModule.Registers, FactVolume.Single, FactArrival.Dated, TargetKind.City)]
public sealed record InsuranceDecided(
    bool? Needed = null,
    [property: Side] string? Reason = null,
    [property: Side] string? PolicyNo = null,
    DateOnly? ValidTo = null,
    DateOnly? DecidedOn = null) : IFact;
