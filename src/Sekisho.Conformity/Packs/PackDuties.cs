using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Sekisho.Conformity.Packs;

/// <summary>Writes obligations into the text of a pack, and takes obligations out of it. Everything else of the pack stays.</summary>
public static class PackDuties
{
    private const string Key = "obligations";

    /// <param name="text">A pack that was read without problems, or the head of one without obligations.</param>
    /// <param name="without">Ids of the obligations to leave out.</param>
    /// <param name="duties">What is added, in this order, behind those that stay.</param>
    /// <param name="roles">Roles the text names; those the pack binds already stay as they are.</param>
    public static string Put(string text, IReadOnlySet<string> without, IReadOnlyList<DutyDraft> duties, IReadOnlyList<RoleBinding> roles)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        var root = (YamlMappingNode)stream.Documents[0].RootNode;
        var kept = root.Children.TryGetValue(new YamlScalarNode(Key), out var found) && found is YamlSequenceNode list ? list.Children.OfType<YamlMappingNode>().Where(o => !without.Contains(o.Children[new YamlScalarNode("id")].ToString())) : [];
        root.Children.Remove(new YamlScalarNode(Key));
        PutRoles(root, roles);
        root.Add(Key, new YamlSequenceNode(kept.Cast<YamlNode>().Concat(duties.Select(Node))));
        return Saved(stream);
    }

    /// <summary>The document as text, without the mark of its end.</summary>
    internal static string Saved(YamlStream stream)
    {
        using var writer = new StringWriter(System.Globalization.CultureInfo.InvariantCulture) { NewLine = "\n" };
        stream.Save(writer, assignAnchors: false);
        var saved = writer.ToString();
        return saved.EndsWith("...\n", StringComparison.Ordinal) ? saved[..^4] : saved;
    }

    private static void PutRoles(YamlMappingNode root, IReadOnlyList<RoleBinding> roles)
    {
        var key = new YamlScalarNode("roles");
        var map = root.Children.TryGetValue(key, out var there) ? there as YamlMappingNode : null;
        var missing = roles.Where(r => map?.Children.ContainsKey(new YamlScalarNode(r.Role.Value)) != true).DistinctBy(r => r.Role).ToList();
        if (missing.Count == 0) return;
        if (map is null) root.Children[key] = map = new YamlMappingNode();
        foreach (var role in missing)
        {
            var node = new YamlMappingNode { { "local_name", Text(role.LocalName) }, { "state", "proposal" } };
            if (role.Path is { } path) node.Add("path", path);
            map.Add(role.Role.Value, node);
        }
    }

    private static YamlMappingNode Node(DutyDraft duty)
    {
        var node = new YamlMappingNode
        {
            { "id", duty.Id }, { "clause", Text(duty.Clause) }, { "path", duty.Path }, { "sentences", Flow(duty.Sentences) }, { "title", Text(duty.Title) },
            { "text", new YamlMappingNode { { "ja", Text(duty.Text.Ja) }, { "en", Text(duty.Text.En) } } }, { "strength", duty.Strength }, { "role", Flow(duty.Roles) }, { "role_state", duty.RoleState },
            { "controls", Flow(duty.Controls) },
        };
        if (duty.Interval is { } interval) node.Add("interval", new YamlMappingNode { { "value", Text(interval) }, { "source", duty.IntervalSource } });
        if (duty.Note.Length > 0) node.Add("note", Text(duty.Note));
        return node;
    }

    private static YamlSequenceNode Flow(IEnumerable<string> values) => new(values.Select(v => new YamlScalarNode(v))) { Style = YamlDotNet.Core.Events.SequenceStyle.Flow };

    /// <summary>Words of a text are always quoted: what they look like must not matter.</summary>
    private static YamlScalarNode Text(string text) => new(text.ReplaceLineEndings(" ")) { Style = ScalarStyle.SingleQuoted };
}
