namespace Sekisho.Kernel.Facts.Assurance;

/// <summary>研修計画が職務別に決まった。</summary>
[Fact("training.planned", "研修計画が職務別に決まった", ProducerModule.Assurance, FactVolume.Single, FactArrival.Dated, TargetKind.Case)]
public sealed record TrainingPlanned(
    string? CourseId = null,
    FactList? RoleCodes = null,
    FactList? PersonClasses = null,
    DateOnly? DueOn = null) : IFact;
