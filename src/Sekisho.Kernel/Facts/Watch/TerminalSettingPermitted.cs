namespace Sekisho.Kernel.Facts.Watch;

/// <summary>端末の設定変更が許可された。</summary>
[Fact("terminal.setting.permitted", "端末の設定変更が許可された", ProducerModule.Watch, FactVolume.Single, FactArrival.Dated, TargetKind.Terminal, TargetKind.Case)]
public sealed record TerminalSettingPermitted(
    string? PermitId = null,
    string? TerminalId = null,
    FactList? Keys = null,
    string? ApproverPersonId = null,
    DateOnly? ValidFrom = null,
    DateOnly? ValidTo = null) : IFact;
