namespace Sekisho.Policy.Reviews;

/// <summary>What can give cause to review a policy.</summary>
public static class TriggerKinds
{
    public const string Yearly = "yearly", Audit = "audit", SelfCheck = "selfcheck", Incident = "incident", Law = "law", Risk = "risk", Change = "change", Other = "other";

    /// <summary>Words of a pack's setting review.triggers that name the kind.</summary>
    private static readonly (string Kind, string[] Words)[] Named =
    [
        (Yearly, ["毎年", "定期"]), (Audit, ["監査", "検証"]), (SelfCheck, ["点検"]), (Incident, ["事故", "事案", "インシデント"]), (Law, ["法令", "状況変化", "状況の変化"]), (Risk, ["リスク"]), (Change, ["状況変化", "状況の変化", "基礎の変化"]),
    ];

    /// <summary>Facts of other modules that are such a cause, and the field that names the case.</summary>
    internal static IReadOnlyDictionary<string, (string Kind, string Field)> Facts { get; } = new Dictionary<string, (string, string)>(StringComparer.Ordinal)
    {
        ["audit.reported"] = (Audit, "audit_id"), ["incident.closed"] = (Incident, "incident_id"), ["law.reviewed"] = (Law, "doc_id"),
    };

    public static IReadOnlyList<string> All { get; } = [Yearly, Audit, SelfCheck, Incident, Law, Risk, Change, Other];

    /// <summary>True when the policy itself names this cause.</summary>
    public static bool IsNamed(string kind, string? setting) =>
        setting is not null && Named.FirstOrDefault(n => n.Kind == kind).Words is { } words && words.Any(w => setting.Contains(w, StringComparison.Ordinal));
}
