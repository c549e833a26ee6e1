using Sekisho.Kernel.Clauses;

namespace Sekisho.Conformity.Yaml;

/// <summary>Places in the clause tree as packs write them.</summary>
internal static class YamlPath
{
    /// <summary>The text of "path" when it is there; a wrong form is a problem.</summary>
    public static string? Optional(YamlMap map)
    {
        var paths = map.Texts("path");
        if (paths.Count == 0) return null;
        var text = string.Join(';', paths);
        if (ClauseSelector.Parse(text) is null) map.Problem("path", $"条文の位置「{text}」の形が分かりません。");
        return text;
    }
}
