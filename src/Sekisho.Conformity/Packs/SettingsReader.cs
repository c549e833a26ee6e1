using Sekisho.Conformity.Yaml;
using YamlDotNet.RepresentationModel;

namespace Sekisho.Conformity.Packs;

/// <summary>Reads the settings of a pack into dotted keys. Which keys exist is the closed list below, so a misspelt switch is found.</summary>
internal static class SettingsReader
{
    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "zones.count_word", "zones.split_method", "sanitise.alternative_allowed", "sanitise.file_required_source", "sanitise.methods", "sanitise.screen_transfer",
        "gateway.provider", "scope.contractor_mode", "duty.documents", "social.responsible_required", "audit.selfcheck_required", "audit.contractor_required",
        "review.triggers", "review.risk_analysis_required", "review.approval_body", "exception.enabled", "exception.equivalence_enabled", "sanction.enabled",
        "insurance.enabled", "continuity.required", "incident.plan_required", "incident.addressees", "password.rotation", "mfa.scope", "training.form",
        "training.interval", "awareness.required", "physical.items", "disclosure.standards", "disclosure.procedures", "procedure.unit", "modality.rules",
        "roles.assignment",
    };

    public static PackSettings Read(YamlMap map)
    {
        if (map.Map("settings") is not { } settings) return PackSettings.None;
        var values = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var area in settings.Keys.ToList())
        {
            if (settings.Map(area) is not { } group) continue;
            foreach (var name in group.Keys.ToList())
            {
                var key = area + "." + name;
                if (Known.Contains(key)) values[key] = group.Find(name) is YamlMappingNode ? Nested(group, name) : group.Texts(name);
            }
            group.Done();
        }
        settings.Done();
        return new PackSettings(values);
    }

    private static IReadOnlyList<string> Nested(YamlMap group, string name)
    {
        group.Problem(name, $"「{name}」は一つの値か値の並びで書いてください。");
        return [];
    }
}
