using System.Text.Json;
using System.Text.RegularExpressions;

namespace Sekisho.Tests.Support;

/// <summary>The part of JSON Schema 2020-12 that our published schemas use. A keyword it does not know is a failure, so that a schema cannot say what nobody checks.</summary>
internal static class SmallSchema
{
    private static readonly HashSet<string> Silent = new(StringComparer.Ordinal) { "$schema", "title", "description" };

    /// <returns>What is wrong, one line each; empty when the value fits.</returns>
    internal static List<string> Faults(JsonElement schema, JsonElement value)
    {
        var faults = new List<string>();
        Check(schema, value, "", faults);
        return faults;
    }

    private static void Check(JsonElement schema, JsonElement value, string at, List<string> faults)
    {
        foreach (var word in schema.EnumerateObject())
            if (!Silent.Contains(word.Name) && !Holds(word.Name, word.Value, schema, value, at, faults)) faults.Add($"{at}: {word.Name} {word.Value} not {value}");
    }

    private static bool Holds(string word, JsonElement said, JsonElement schema, JsonElement value, string at, List<string> faults)
    {
        switch (word)
        {
            case "type": return (said.ValueKind == JsonValueKind.Array ? said.EnumerateArray().Select(t => t.GetString()!) : [said.GetString()!]).Any(t => Is(t, value));
            case "const": return said.ToString() == value.ToString();
            case "enum": return said.EnumerateArray().Any(e => e.ValueKind == value.ValueKind && e.ToString() == value.ToString());
            case "pattern": return value.ValueKind != JsonValueKind.String || Regex.IsMatch(value.GetString()!, said.GetString()!, RegexOptions.NonBacktracking);
            case "minimum": return value.ValueKind != JsonValueKind.Number || value.GetDouble() >= said.GetDouble();
            case "format": return value.ValueKind != JsonValueKind.String || (said.GetString() == "date-time" && DateTimeOffset.TryParse(value.GetString(), out _));
            case "required": return value.ValueKind != JsonValueKind.Object || said.EnumerateArray().All(n => value.TryGetProperty(n.GetString()!, out _));
            case "items":
                if (value.ValueKind == JsonValueKind.Array) foreach (var (item, i) in value.EnumerateArray().Select((v, i) => (v, i))) Check(said, item, $"{at}/{i}", faults);
                return true;
            case "properties":
                if (value.ValueKind == JsonValueKind.Object) foreach (var p in said.EnumerateObject()) if (value.TryGetProperty(p.Name, out var own)) Check(p.Value, own, at + "/" + p.Name, faults);
                return true;
            case "additionalProperties":
                if (value.ValueKind != JsonValueKind.Object) return true;
                var others = value.EnumerateObject().Where(p => !schema.TryGetProperty("properties", out var known) || !known.TryGetProperty(p.Name, out _)).ToList();
                if (said.ValueKind == JsonValueKind.False) return others.Count == 0;
                foreach (var other in others) Check(said, other.Value, at + "/" + other.Name, faults);
                return true;
            default: throw new InvalidOperationException("The schema has a keyword nobody checks: " + word);
        }
    }

    private static bool Is(string type, JsonElement value) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object, "array" => value.ValueKind == JsonValueKind.Array, "string" => value.ValueKind == JsonValueKind.String, "null" => value.ValueKind == JsonValueKind.Null,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _), "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False, _ => false,
    };
}
