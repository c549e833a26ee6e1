using System.Text.Json;

namespace Sekisho.Kernel.Workers;

/// <summary>Reads the JSON header of a frame from a distrusted process: every number, string and list is range-checked.</summary>
internal static class HeaderReader
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 8 };

    /// <exception cref="FrameException">The header is no JSON object.</exception>
    public static JsonElement Root(Frame frame)
    {
        try
        {
            var root = JsonDocument.Parse(frame.Header, Options).RootElement;
            return root.ValueKind == JsonValueKind.Object ? root : throw new FrameException("header is no object");
        }
        catch (JsonException)
        {
            throw new FrameException("header is no JSON");
        }
    }

    public static long Number(JsonElement at, string name, long min, long max) =>
        at.TryGetProperty(name, out var e) && e.ValueKind == JsonValueKind.Number && e.TryGetInt64(out var n) && n >= min && n <= max
            ? n : throw new FrameException("number out of range: " + name);

    public static string Text(JsonElement at, string name, int max)
    {
        if (!at.TryGetProperty(name, out var e)) throw new FrameException("missing text: " + name);
        return Text(e, max, name);
    }

    public static string Text(JsonElement e, int max, string name)
    {
        if (e.ValueKind != JsonValueKind.String) throw new FrameException("not a text: " + name);
        try
        {
            var s = e.GetString()!;
            return s.Length <= max ? s : throw new FrameException("text too long: " + name);
        }
        catch (InvalidOperationException)
        {
            throw new FrameException("text is no UTF-8: " + name);
        }
    }

    public static bool Flag(JsonElement at, string name) =>
        at.TryGetProperty(name, out var e) && e.ValueKind is JsonValueKind.True or JsonValueKind.False
            ? e.GetBoolean() : throw new FrameException("not a flag: " + name);

    public static T Choice<T>(JsonElement at, string name) where T : struct, Enum
    {
        var text = Text(at, name, 40);
        return Enum.TryParse<T>(text, ignoreCase: false, out var v) && string.Equals(v.ToString(), text, StringComparison.Ordinal) && Enum.IsDefined(v)
            ? v : throw new FrameException("unknown word: " + name);
    }

    public static Digest Hash(JsonElement at, string name) =>
        Digest.Parse(Text(at, name, 64)) ?? throw new FrameException("not a digest: " + name);

    public static JsonElement[] Items(JsonElement at, string name, int max)
    {
        if (!at.TryGetProperty(name, out var e) || e.ValueKind != JsonValueKind.Array) throw new FrameException("not a list: " + name);
        return e.GetArrayLength() <= max ? [.. e.EnumerateArray()] : throw new FrameException("list too long: " + name);
    }

    public static Dictionary<string, T> Map<T>(JsonElement at, string name, int max, Func<JsonElement, T> value)
    {
        if (!at.TryGetProperty(name, out var e) || e.ValueKind != JsonValueKind.Object) throw new FrameException("not a map: " + name);
        var map = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var p in e.EnumerateObject())
        {
            if (map.Count >= max || p.Name.Length > WorkerLimits.NameLength) throw new FrameException("map too large: " + name);
            map[p.Name] = value(p.Value);
        }
        return map;
    }
}
