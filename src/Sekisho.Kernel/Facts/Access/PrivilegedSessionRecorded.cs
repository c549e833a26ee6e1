namespace Sekisho.Kernel.Facts.Access;

/// <summary>特権での操作が記録された。</summary>
[Fact("privileged.session.recorded", "特権での操作が記録された", ProducerModule.Access, FactVolume.Single, FactArrival.Event, TargetKind.Account, TargetKind.Person, TargetKind.System)]
public sealed record PrivilegedSessionRecorded(
    string? CheckoutId = null,
    string? AccountId = null,
    string? PersonId = null,
    string? SystemId = null,
    string? LogRef = null,
    string? Sha256 = null,
    DateTimeOffset? From = null,
    DateTimeOffset? To = null) : IFact;
