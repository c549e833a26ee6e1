using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Sekisho.Kernel;
using Sekisho.Kernel.Workers;

namespace Sekisho.Commands;

/// <summary>The report of one file (schema <c>sekisho-sanitise-1</c>, docs/sanitise-report.schema.json): outcome, level, types, digests, every finding with its sentence in Japanese and English, every file inside, versions, times. No live address, no byte of the input.</summary>
internal static class SanitiseReport
{
    internal static readonly JsonSerializerOptions Form = new() { WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    internal static string Engine { get; } = typeof(SanitiseReport).Assembly.GetName().Version?.ToString(3) ?? "";

    internal static string Write(string name, ReadOnlyMemory<byte> input, SanitisedFile file, string outputName) => Node(name, input, file, outputName).ToJsonString(Form) + "\n";

    /// <summary>Built node by node: serialising by reflection costs a short call more than the rest of it.</summary>
    internal static JsonObject Node(string name, ReadOnlyMemory<byte> input, SanitisedFile file, string outputName)
    {
        var (reply, output) = (file.Reply, file.Delivered);
        var top = reply.Parts.Count > 0 ? reply.Parts[0] : null;
        return new JsonObject
        {
            ["schema"] = "sekisho-sanitise-1",
            ["outcome"] = reply.Outcome.ToString(),
            ["level"] = reply.Outcome switch { Outcome.Clean or Outcome.Cleaned => "rebuild", Outcome.Raster => "raster", Outcome.Text => "text", _ => null },
            ["input"] = new JsonObject { ["name"] = name, ["type"] = top?.FoundType ?? "", ["size"] = input.Length, ["sha256"] = Digest.Of(input.Span).Hex },
            ["output"] = output is null ? null : new JsonObject { ["name"] = outputName, ["type"] = reply.Details.GetValueOrDefault("type", ""), ["size"] = output.Bytes.Length, ["sha256"] = output.Digest.Hex },
            ["findings"] = new JsonArray([.. reply.Findings.Select(Of)]),
            ["children"] = new JsonArray([.. reply.Parts.Skip(1).Select(Of)]),
            ["scan"] = file.Scan,
            ["engine"] = Engine,
            ["policy"] = reply.Details.GetValueOrDefault("policy", ""),
            ["started"] = file.Started.ToString("o", CultureInfo.InvariantCulture),
            ["ended"] = (file.Started + file.Took).ToString("o", CultureInfo.InvariantCulture),
            ["milliseconds"] = (long)file.Took.TotalMilliseconds,
        };
    }

    private static JsonObject Of(Finding f) => new()
    {
        ["rule"] = f.Rule, ["action"] = f.Action.ToString(), ["place"] = f.Place, ["count"] = f.Count, ["ja"] = FindingSentences.Of(f), ["en"] = FindingSentences.InEnglish(f),
        ["arguments"] = new JsonObject(f.Arguments.Select(a => KeyValuePair.Create(a.Key, (JsonNode?)a.Value))),
    };

    private static JsonObject Of(PartReport p) => new()
    {
        ["path"] = p.Path, ["type"] = p.FoundType, ["outcome"] = p.Outcome.ToString(), ["size"] = p.InputSize, ["sha256"] = p.InputDigest.Hex, ["output"] = p.OutputDigest?.Hex,
    };
}
