using YamlDotNet.RepresentationModel;

namespace Sekisho.Conformity.Packs;

/// <summary>Gives every place of a pack's text another path: what a revision of the policy moves, the pack follows.</summary>
public static class PackPaths
{
    private const string Below = "/*";

    /// <summary>The pack with its places renamed, and the ids of the obligations whose clauses are all gone: those are left out.</summary>
    /// <param name="text">A pack that was read without problems.</param>
    /// <param name="places">Where a path is in the new text; empty when the clause is gone.</param>
    public static (string Text, IReadOnlyList<string> Gone) Rename(string text, Func<string, IReadOnlyList<string>> places)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        var root = (YamlMappingNode)stream.Documents[0].RootNode;
        var gone = new List<string>();
        foreach (var (key, value) in root.Children)
        {
            if (key.ToString() == "obligations" && value is YamlSequenceNode obligations) Obligations(obligations, places, gone);
            else Walk(value, places);
        }
        return (PackDuties.Saved(stream), gone);
    }

    private static void Obligations(YamlSequenceNode obligations, Func<string, IReadOnlyList<string>> places, List<string> gone)
    {
        foreach (var obligation in obligations.Children.OfType<YamlMappingNode>().ToList())
        {
            Walk(obligation, places);
            if (obligation.Children.ContainsKey(new YamlScalarNode("path"))) continue;
            gone.Add(obligation.Children[new YamlScalarNode("id")].ToString());
            obligations.Children.Remove(obligation);
        }
    }

    private static void Walk(YamlNode node, Func<string, IReadOnlyList<string>> places)
    {
        if (node is YamlSequenceNode list) foreach (var child in list) Walk(child, places);
        if (node is not YamlMappingNode map) return;
        foreach (var (key, value) in map.Children.ToList())
        {
            if (key.ToString() != "path") Walk(value, places);
            else if (Renamed(value, places) is { } renamed) map.Children[key] = renamed;
            else map.Children.Remove(key);
        }
    }

    private static YamlNode? Renamed(YamlNode value, Func<string, IReadOnlyList<string>> places)
    {
        var paths = value is YamlSequenceNode list ? list.Select(n => n.ToString()) : value.ToString().Split(';', StringSplitOptions.TrimEntries);
        var found = paths.SelectMany(p => p.EndsWith(Below, StringComparison.Ordinal) ? places(p[..^Below.Length]).Select(n => n + Below) : places(p)).Distinct(StringComparer.Ordinal).ToList();
        return found.Count switch { 0 => null, 1 => new YamlScalarNode(found[0]), _ => new YamlSequenceNode(found.Select(f => new YamlScalarNode(f))) };
    }
}
