namespace Sekisho.Kernel.Facts.Access;

/// <summary>権限が承認を経て付与された。</summary>
[Fact("access.granted", "権限が承認を経て付与された", ProducerModule.Access, FactVolume.Single, FactArrival.Dated, TargetKind.Person, TargetKind.System)]
public sealed record AccessGranted(
    string? GrantId = null,
    string? PersonId = null,
    string? SystemId = null,
    string? Right = null,
    bool? Privileged = null,
    string? ApproverPersonId = null,
    [property: Side] string? Reason = null,
    DateOnly? ValidFrom = null,
    DateOnly? ValidTo = null) : IFact;
