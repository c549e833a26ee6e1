namespace Sekisho.Kernel.Facts.Assurance;

/// <summary>受講が終わった。</summary>
[Fact("training.completed", "受講が終わった", ProducerModule.Assurance, FactVolume.Single, FactArrival.Dated, TargetKind.Person, TargetKind.Case)]
public sealed record TrainingCompleted(
    string? CourseId = null,
    string? PersonId = null,
    long? Score = null,
    bool? Passed = null,
    DateTimeOffset? At = null) : IFact;
