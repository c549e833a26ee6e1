namespace Sekisho.Kernel.Facts.Registers;

/// <summary>外部サービス利用の可否が決まった。</summary>
[Fact("cloud.use.decided", "外部サービス利用の可否が決まった", ProducerModule.Registers, FactVolume.Single, FactArrival.Dated, TargetKind.Service, TargetKind.Unit)]
public sealed record CloudUseDecided(
    string? ServiceId = null,
    string? UnitId = null,
    FactList? InfoClasses = null,
    string? Decision = null,
    string? RuleId = null,
    string? ApproverPersonId = null,
    DateOnly? ValidFrom = null,
    DateOnly? ValidTo = null) : IFact;
