namespace Sekisho.Kernel.Facts.Watch;

/// <summary>端末の安全設定に差分が出た。</summary>
[Fact("terminal.setting.changed", "端末の安全設定に差分が出た", ProducerModule.Watch, FactVolume.Single, FactArrival.Event, TargetKind.Terminal)]
public sealed record TerminalSettingChanged(
    string? TerminalId = null,
    string? Key = null,
    [property: Side] string? Before = null,
    [property: Side] string? After = null,
    bool? MatchesBaseline = null,
    string? PermitId = null,
    DateTimeOffset? At = null) : IFact;
