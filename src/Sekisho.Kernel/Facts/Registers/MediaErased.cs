namespace Sekisho.Kernel.Facts.Registers;

/// <summary>媒体の消去が証跡つきで終わった。</summary>
[Fact("media.erased", "媒体の消去が証跡つきで終わった", ProducerModule.Registers, FactVolume.Single, FactArrival.Event, TargetKind.Asset)]
public sealed record MediaErased(
    string? AssetId = null,
    string? Method = null,
    string? Tool = null,
    string? VerifyResult = null,
    string? WitnessPersonId = null,
    string? CertificateRef = null,
    DateOnly? CertificateDueOn = null,
    DateTimeOffset? At = null) : IFact;
