namespace Sekisho.Kernel.Facts.Policy;

/// <summary>条文の内部矛盾が検出された。</summary>
[Fact("policy.lint.found", "条文の内部矛盾が検出された", ProducerModule.Policy, FactVolume.Single, FactArrival.Event, TargetKind.Document)]
public sealed record PolicyLintFound(
    string? DocId = null,
    string? FindingId = null,
    string? RuleId = null,
    string? Path = null,
    string? Kind = null,
    [property: Side] string? Detail = null,
    string? Status = null) : IFact;
