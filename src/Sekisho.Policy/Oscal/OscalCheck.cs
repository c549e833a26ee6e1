using System.Text.Json.Nodes;

namespace Sekisho.Policy.Oscal;

/// <summary>What the published JSON schema does not say and the format's own constraints do: identities are unique and every reference leads somewhere.</summary>
internal static class OscalCheck
{
    private static readonly string[] References = ["component-uuid", "observation-uuid", "finding-uuid", "risk-uuid"];

    /// <param name="controls">Ids of the catalog's controls; null when the catalog is not at hand.</param>
    /// <returns>One line a problem, in English; empty when the document is sound.</returns>
    public static IReadOnlyList<string> Problems(JsonObject document, IReadOnlySet<string>? controls = null)
    {
        var uuids = new HashSet<string>(StringComparer.Ordinal);
        var (problems, asked) = (new List<string>(), new List<(string Name, string Value)>());
        Walk(document, (name, value) =>
        {
            if (name == "uuid" && !uuids.Add(value)) problems.Add("uuid " + value + " stands twice");
            if (References.Contains(name, StringComparer.Ordinal) || (name == "href" && value.StartsWith('#'))) asked.Add((name, value.TrimStart('#')));
            if (controls is not null && name is ("control-id" or "with-ids") && !controls.Contains(value)) problems.Add(name + " " + value + " is no control of the catalog");
        });
        problems.AddRange(asked.Where(a => !uuids.Contains(a.Value)).Select(a => a.Name + " " + a.Value + " leads nowhere"));
        return problems;
    }

    private static void Walk(JsonNode? node, Action<string, string> see, string name = "")
    {
        switch (node)
        {
            case JsonObject map:
                foreach (var (key, value) in map) Walk(value, see, key);
                break;
            case JsonArray list:
                foreach (var item in list) Walk(item, see, name);
                break;
            case JsonValue value when value.TryGetValue<string>(out var text): see(name, text); break;
        }
    }
}
