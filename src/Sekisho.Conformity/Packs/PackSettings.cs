namespace Sekisho.Conformity.Packs;

/// <summary>Everything a city switches, by dotted key (exception.enabled, password.rotation): one value or a list of values, as written.</summary>
public sealed class PackSettings(IReadOnlyDictionary<string, IReadOnlyList<string>> values)
{
    public static readonly PackSettings None = new(new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal));
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Values => values;
    public string? Text(string key) => values.TryGetValue(key, out var v) && v.Count > 0 ? v[0] : null;
    public IReadOnlyList<string> List(string key) => values.GetValueOrDefault(key) ?? [];
    /// <summary>True only when the city said so; an absent setting is no.</summary>
    public bool IsOn(string key) => Text(key) == "true";
}
