using System.Text.Json;
using System.Text.Json.Serialization;

namespace Sekisho.Policy.Mapping;

/// <summary>What was decided of one sentence: an obligation with its values, or why it is none.</summary>
/// <param name="Path">The clause.</param>
/// <param name="Number">The sentence, from 1 within the clause.</param>
/// <param name="Digest">Of the sentence's words: a later edition with the same words keeps the reason.</param>
public sealed record MappingChoice(string Path, int Number, string Digest)
{
    /// <summary>Id of the obligation; null for a sentence that is none.</summary>
    public string? Id { get; init; }
    public string? Strength { get; init; }
    public IReadOnlyList<string>? Roles { get; init; }
    public string? RoleState { get; init; }
    public IReadOnlyList<string>? Controls { get; init; }
    public string? Interval { get; init; }
    public string? IntervalSource { get; init; }
    /// <summary>Code of the reason why the sentence is no obligation.</summary>
    public string? Why { get; init; }
    /// <summary>The reason in a person's words, where the code alone does not say it.</summary>
    public string? Words { get; init; }

    private static readonly JsonSerializerOptions Json = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(IReadOnlyList<MappingChoice> choices) => JsonSerializer.Serialize(choices, Json);
    public static IReadOnlyList<MappingChoice> Read(string json) => JsonSerializer.Deserialize<List<MappingChoice>>(json, Json) ?? [];
}
