namespace Sekisho.Kernel.Facts.Zones;

/// <summary>都道府県のセキュリティクラウド接続が登録・確認された。</summary>
[Fact("zone.cloud_gateway.connected", "都道府県のセキュリティクラウド接続が登録・確認された", ProducerModule.Zones, FactVolume.Single, FactArrival.Dated, TargetKind.City)]
public sealed record ZoneCloudGatewayConnected(
    string? Provider = null,
    string? ContractRef = null,
    string? DemarcationRef = null,
    FactList? ExitIps = null,
    DateTimeOffset? VerifiedAt = null) : IFact;
