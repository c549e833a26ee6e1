using Sekisho.Conformity.Yaml;
using Sekisho.Kernel.Clauses;

namespace Sekisho.Conformity.Packs;

/// <summary>Reads one obligation of a pack.</summary>
internal static class ObligationReader
{
    public static Obligation Read(YamlMap map, ControlCatalogue catalogue)
    {
        var paths = string.Join(';', map.Texts("path"));
        var place = ClauseSelector.Parse(paths);
        if (place is null) map.Problem("path", $"条文の位置「{paths}」の形が分かりません(例 art6/item3、art6/*)。");
        var controls = map.Texts("controls");
        if (controls.Count == 0) map.Problem("controls", "管理策が一つもありません。");
        foreach (var control in controls.Where(c => catalogue.Controls.Count > 0 && catalogue.Find(c) is null)) map.Problem("controls", $"管理策「{control}」は一覧にありません。");
        var sentences = map.Texts("sentences");
        foreach (var s in sentences.Where(s => !IsSentence(s))) map.Problem("sentences", $"文の番号「{s}」は s1、s2 … か all です。");
        var state = RoleReader.State(map, "role_state", RoleState.None);
        var interval = map.Map("interval");
        var obligation = new Obligation(
            map.Text("id"), place ?? ClauseSelector.Parse("title")!, sentences, Force(map), [.. map.Texts("role").Select(r => YamlWords.Role(map, "role", r))], state, controls,
            interval?.OptionalText("value"), interval?.OptionalText("source"), map.Text("clause"), map.Text("title"), YamlWords.Local(map, "text"), map.OptionalText("note"), map.Line);
        if (state == RoleState.Text && obligation.Roles.Count == 0) map.Problem("role", "条文が主体を書く義務に役割がありません。");
        interval?.Done();
        _ = (map.OptionalText("kind"), map.OptionalText("mode"), map.Texts("default_role"));
        map.Done();
        return obligation;
    }

    private static bool IsSentence(string text) =>
        text == "all" || (text.Length is > 1 and <= 4 && text[0] == 's' && text[1..].All(char.IsAsciiDigit));

    private static Strength Force(YamlMap map)
    {
        var text = map.Text("strength");
        foreach (var strength in Enum.GetValues<Strength>())
            if (string.Equals(strength.ToString().ToLowerInvariant(), text, StringComparison.Ordinal)) return strength;
        map.Problem("strength", $"強さ「{text}」は must・should・principle・may・prohibit・definition・scope・declaration のどれでもありません。");
        return Strength.Must;
    }
}
