namespace Sekisho.Kernel.Facts.Assurance;

/// <summary>違反案件が根拠つきで終わった。</summary>
[Fact("violation.closed", "違反案件が根拠つきで終わった", ProducerModule.Assurance, FactVolume.Single, FactArrival.Event, TargetKind.Case)]
public sealed record ViolationClosed(
    string? CaseId = null,
    string? Decision = null,
    [property: Side] string? LegalBasis = null,
    DateTimeOffset? At = null) : IFact;
