namespace Sekisho.Kernel.Facts.Access;

/// <summary>権限が取り消された。</summary>
[Fact("access.revoked", "権限が取り消された", ProducerModule.Access, FactVolume.Single, FactArrival.Event, TargetKind.Person, TargetKind.System)]
public sealed record AccessRevoked(
    string? GrantId = null,
    string? PersonId = null,
    string? SystemId = null,
    string? Right = null,
    string? Reason = null,
    DateTimeOffset? At = null) : IFact;
