namespace Sekisho.Kernel.Facts.Access;

/// <summary>特権IDが貸し出された。</summary>
[Fact("privileged.checked_out", "特権IDが貸し出された", ProducerModule.Access, FactVolume.Single, FactArrival.Dated, TargetKind.Account, TargetKind.Person, TargetKind.System, TargetKind.Case)]
public sealed record PrivilegedCheckedOut(
    string? CheckoutId = null,
    string? AccountId = null,
    string? PersonId = null,
    string? SystemId = null,
    [property: Side] string? Purpose = null,
    string? ApproverPersonId = null,
    DateTimeOffset? From = null,
    DateTimeOffset? To = null) : IFact;
