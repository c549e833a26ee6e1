using Sekisho.Conformity.Packs;
using Sekisho.Kernel;

namespace Sekisho.Conformity.Yaml;

/// <summary>Words that every pack file uses.</summary>
internal static class YamlWords
{
    public static LocalText Local(YamlMap map, string key)
    {
        if (map.Map(key) is not { } words)
        {
            if (!map.Has(key)) map.Problem(key, $"「{key}」がありません。");
            return new LocalText("", "");
        }
        var text = new LocalText(words.Text("ja"), words.Text("en"));
        words.Done();
        return text;
    }

    public static RoleCode Role(YamlMap map, string key)
    {
        var text = map.Text(key);
        return text.Length == 0 ? RoleCode.City : Role(map, key, text);
    }

    public static RoleCode Role(YamlMap map, string key, string text)
    {
        if (text.Length > 0 && text.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) || c == '_')) return new RoleCode(text);
        map.Problem(key, $"役割の記号「{text}」は英大文字・数字・下線で書きます。");
        return RoleCode.City;
    }
}
