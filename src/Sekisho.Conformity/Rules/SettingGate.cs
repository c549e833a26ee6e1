namespace Sekisho.Conformity.Rules;

/// <summary>A setting of the city that alone decides 対象外 (方式なし, 義務なし), before any fact is asked for.</summary>
public sealed record SettingGate(string Setting, string Is, NotApplicableReason Because, string Say);
