using Sekisho.Conformity.Packs;
using YamlDotNet.RepresentationModel;

namespace Sekisho.Conformity.Yaml;

/// <summary>
/// A mapping whose keys are taken one by one; <see cref="Done"/> reports the keys nobody took, because an unknown key is a misspelt one.
/// Every problem carries its file and line.
/// </summary>
internal sealed class YamlMap(string path, YamlMappingNode node, List<PackProblem> problems)
{
    private readonly HashSet<string> taken = new(StringComparer.Ordinal);
    public string Path => path;
    public int Line => LineOf(node);
    public List<PackProblem> Problems => problems;
    public IEnumerable<string> Keys => node.Children.Keys.OfType<YamlScalarNode>().Select(k => k.Value ?? "");

    public bool Has(string key) => Find(key) is not null;

    /// <summary>True for a list written as [].</summary>
    public bool IsEmptyList(string key) => Find(key) is YamlSequenceNode { Children.Count: 0 };

    public YamlNode? Find(string key)
    {
        foreach (var (k, v) in node.Children)
            if (k is YamlScalarNode { Value: { } text } && string.Equals(text, key, StringComparison.Ordinal))
            {
                taken.Add(key);
                return v;
            }
        return null;
    }

    /// <summary>The text at the key; missing or not plain text is a problem and gives an empty string.</summary>
    public string Text(string key)
    {
        var found = Find(key);
        if (found is YamlScalarNode { Value: { Length: > 0 } text }) return text;
        Problem(found, found is null ? $"「{key}」がありません。" : $"「{key}」は一つの値で書いてください。");
        return "";
    }

    public string? OptionalText(string key)
    {
        var found = Find(key);
        if (found is null) return null;
        if (found is YamlScalarNode scalar) return string.IsNullOrEmpty(scalar.Value) || IsNull(scalar) ? null : scalar.Value;
        Problem(found, $"「{key}」は一つの値で書いてください。");
        return null;
    }

    /// <summary>The text at the key when it is plain text.</summary>
    public string? Scalar(string key) => Find(key) is YamlScalarNode { Value: { Length: > 0 } text } ? text : null;

    /// <summary>A list of texts; a single text counts as a list of one; a missing key as an empty list.</summary>
    public IReadOnlyList<string> Texts(string key)
    {
        switch (Find(key))
        {
            case null: return [];
            case YamlScalarNode { Value: { Length: > 0 } one } scalar: return IsNull(scalar) ? [] : [one];
            case YamlScalarNode: return [];
            case YamlSequenceNode list when list.Children.All(c => c is YamlScalarNode):
                return [.. list.Children.Cast<YamlScalarNode>().Select(c => c.Value ?? "")];
            case var other:
                Problem(other, $"「{key}」は値の並びで書いてください。");
                return [];
        }
    }

    public YamlMap? Map(string key)
    {
        var found = Find(key);
        if (found is null or YamlScalarNode { Value: "" or null }) return null;
        if (found is YamlMappingNode map) return new YamlMap(path, map, problems);
        Problem(found, $"「{key}」は鍵と値の組で書いてください。");
        return null;
    }

    public IReadOnlyList<YamlMap> Maps(string key)
    {
        var found = Find(key);
        if (found is null or YamlScalarNode { Value: "" or null }) return [];
        if (found is not YamlSequenceNode list)
        {
            Problem(found, $"「{key}」は並びで書いてください。");
            return [];
        }
        var maps = new List<YamlMap>(list.Children.Count);
        foreach (var child in list.Children)
            if (child is YamlMappingNode map) maps.Add(new YamlMap(path, map, problems));
            else Problem(child, $"「{key}」の各項は鍵と値の組で書いてください。");
        return maps;
    }

    public bool? Flag(string key)
    {
        var text = OptionalText(key);
        if (text is null) return null;
        if (text is "true" or "false") return text == "true";
        Problem(Find(key), $"「{key}」は true か false で書いてください。");
        return null;
    }

    public int LineOf(string key) => Find(key) is { } found ? LineOf(found) : Line;
    public void Problem(string key, string message) => Problem(Find(key), message);
    public void Problem(YamlNode? at, string message) => problems.Add(new PackProblem(path, at is null ? Line : LineOf(at), message));

    /// <summary>Reports every key that was not asked for, and keys written twice.</summary>
    public void Done()
    {
        foreach (var key in node.Children.Keys)
            if (key is not YamlScalarNode { Value: { } text } || !taken.Contains(text))
                Problem(key, $"知らない鍵「{key}」です。綴りを確かめてください。");
    }

    private static bool IsNull(YamlScalarNode scalar) =>
        scalar.Style == YamlDotNet.Core.ScalarStyle.Plain && scalar.Value is "null" or "~";
    private static int LineOf(YamlNode node) => Math.Max(1, (int)node.Start.Line);
}
