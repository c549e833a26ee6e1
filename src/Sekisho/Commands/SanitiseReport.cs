using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Sekisho.Kernel;
using Sekisho.Kernel.Workers;

namespace Sekisho.Commands;

/// <summary>The report of one file (schema <c>sekisho-sanitise-1</c>, docs/sanitise-report.schema.json): outcome, level, types, digests, every finding with its sentence in Japanese and English, every file inside, versions, times. No live address, no byte of the input.</summary>
internal static class SanitiseReport
{
    internal static readonly JsonSerializerOptions Form = new() { WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    internal static string Engine { get; } = typeof(SanitiseReport).Assembly.GetName().Version?.ToString(3) ?? "";

    internal static string Write(string name, ReadOnlyMemory<byte> input, SanitisedFile file, string outputName)
    {
        var (reply, output) = (file.Reply, file.Delivered);
        var top = reply.Parts.Count > 0 ? reply.Parts[0] : null;
        return JsonSerializer.Serialize(new
        {
            schema = "sekisho-sanitise-1",
            outcome = reply.Outcome.ToString(),
            level = reply.Outcome switch { Outcome.Clean or Outcome.Cleaned => "rebuild", Outcome.Raster => "raster", Outcome.Text => "text", _ => null },
            input = new { name, type = top?.FoundType ?? "", size = input.Length, sha256 = Digest.Of(input.Span).Hex },
            output = output is null ? null : new { name = outputName, type = reply.Details.GetValueOrDefault("type", ""), size = output.Bytes.Length, sha256 = output.Digest.Hex },
            findings = reply.Findings.Select(f => new { rule = f.Rule, action = f.Action.ToString(), place = f.Place, count = f.Count, ja = FindingSentences.Of(f), en = FindingSentences.InEnglish(f), arguments = f.Arguments }),
            children = reply.Parts.Skip(1).Select(p => new { path = p.Path, type = p.FoundType, outcome = p.Outcome.ToString(), size = p.InputSize, sha256 = p.InputDigest.Hex, output = p.OutputDigest?.Hex }),
            scan = file.Scan,
            engine = Engine,
            policy = reply.Details.GetValueOrDefault("policy", ""),
            started = file.Started.ToString("o", CultureInfo.InvariantCulture),
            ended = (file.Started + file.Took).ToString("o", CultureInfo.InvariantCulture),
            milliseconds = (long)file.Took.TotalMilliseconds,
        }, Form) + "\n";
    }
}
