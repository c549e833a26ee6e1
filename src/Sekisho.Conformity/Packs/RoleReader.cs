using Sekisho.Conformity.Yaml;
using Sekisho.Kernel;

namespace Sekisho.Conformity.Packs;

/// <summary>Reads the roles a pack names.</summary>
internal static class RoleReader
{
    public static List<RoleBinding> Read(YamlMap map)
    {
        var roles = new List<RoleBinding>();
        if (map.Map("roles") is not { } all) return roles;
        foreach (var code in all.Keys.ToList())
        {
            var role = YamlWords.Role(all, code, code);
            if (role == RoleCode.Unmapped) roles.AddRange(all.Maps(code).Select(m => One(m, role)));
            else if (all.Map(code) is { } one) roles.Add(One(one, role));
        }
        all.Done();
        return roles;
    }

    public static RoleState State(YamlMap map, string key, RoleState absent)
    {
        var text = map.OptionalText(key);
        switch (text)
        {
            case null: return absent;
            case "text": return RoleState.Text;
            case "carried": return RoleState.Carried;
            case "proposal": return RoleState.Proposal;
            case "none": return RoleState.None;
            default:
                map.Problem(key, $"「{text}」は text・carried・proposal・none のどれでもありません。");
                return absent;
        }
    }

    private static RoleBinding One(YamlMap map, RoleCode role)
    {
        var suggest = map.OptionalText("suggest");
        var binding = new RoleBinding(role, map.Text("local_name"), State(map, "state", RoleState.Text), YamlPath.Optional(map),
            suggest is null ? null : YamlWords.Role(map, "suggest", suggest));
        map.Done();
        return binding;
    }
}
