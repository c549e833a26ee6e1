namespace Sekisho.Conformity.Judging;

/// <summary>Reasons that belong to the common rules, not to one control.</summary>
public static class ReasonKeys
{
    /// <summary>この証拠を出す機能はまだありません: a needed fact has no producer.</summary>
    public const string NoProducer = "common.no_producer";
    /// <summary>判定の規則はまだ組み込まれていません.</summary>
    public const string NoRule = "common.no_rule";
    /// <summary>The list of targets is kept and empty: 対象外.</summary>
    public const string NoTargets = "common.no_targets";
    /// <summary>The list of targets never arrived: 未確認.</summary>
    public const string ListNeverArrived = "common.list_never_arrived";
    /// <summary>Nothing in scope at present, where the rule calls that 未確認.</summary>
    public const string NothingInScope = "common.nothing_in_scope";
    /// <summary>No clause of the rule holds: 未確認.</summary>
    public const string NoClause = "common.no_clause";
    /// <summary>A setting of the city decides 対象外.</summary>
    public const string Setting = "common.setting";
    /// <summary>A version of the policy is registered (declarations).</summary>
    public const string VersionRegistered = "common.version_registered";
    public const string NoVersion = "common.no_version";
}
