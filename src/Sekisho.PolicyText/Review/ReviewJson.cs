using System.Text.Json;
using System.Text.Json.Serialization;

namespace Sekisho.PolicyText.Review;

/// <summary>A review as it is stored: what was read, and the acts since. Names of levels and changes are written as words.</summary>
public static class ReviewJson
{
    private static readonly JsonSerializerOptions Options = new() { Converters = { new JsonStringEnumConverter() }, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private sealed record Beginning(IReadOnlyList<ReviewNode> Nodes, IReadOnlyList<ReviewCut> Open);

    public static string Write(ReviewTree tree) => JsonSerializer.Serialize(new Beginning(tree.Nodes, tree.Open), Options);
    public static string Write(IReadOnlyList<ReviewEdit> edits) => JsonSerializer.Serialize(edits, Options);

    /// <exception cref="JsonException">The text was not written by <see cref="Write(ReviewTree)"/>.</exception>
    public static ReviewTree ReadTree(string json) => JsonSerializer.Deserialize<Beginning>(json, Options) is { } read ? ReviewTree.Of(read.Nodes, read.Open) : throw new JsonException("No review.");

    /// <exception cref="JsonException">The text was not written by <see cref="Write(IReadOnlyList{ReviewEdit})"/>.</exception>
    public static IReadOnlyList<ReviewEdit> ReadEdits(string json) => JsonSerializer.Deserialize<List<ReviewEdit>>(json, Options) ?? throw new JsonException("No edits.");
}
