using System.Text.Json;

namespace Sekisho.Kernel.Workers;

/// <summary>A part report in a frame's header.</summary>
internal static class PartFields
{
    public static void Write(Utf8JsonWriter w, PartReport p)
    {
        w.WriteString("path", p.Path);
        w.WriteString("name", p.Name);
        w.WriteString("declared", p.DeclaredType);
        w.WriteString("found", p.FoundType);
        w.WriteString("outcome", p.Outcome.ToString());
        w.WriteNumber("inputSize", p.InputSize);
        w.WriteString("inputDigest", p.InputDigest.Hex);
        w.WriteNumber("outputSize", p.OutputSize);
        w.WriteString("outputDigest", p.OutputDigest?.Hex ?? "");
    }

    public static PartReport Read(JsonElement e) => new(
        HeaderReader.Text(e, "path", WorkerLimits.NameLength),
        HeaderReader.Text(e, "name", WorkerLimits.NameLength),
        HeaderReader.Text(e, "declared", WorkerLimits.NameLength),
        HeaderReader.Text(e, "found", WorkerLimits.NameLength),
        HeaderReader.Choice<Outcome>(e, "outcome"),
        HeaderReader.Number(e, "inputSize", 0, WorkerLimits.TreeBytes),
        HeaderReader.Hash(e, "inputDigest"),
        HeaderReader.Number(e, "outputSize", 0, WorkerLimits.ReplyBytes),
        HeaderReader.Text(e, "outputDigest", 64) is { Length: > 0 } hex
            ? Digest.Parse(hex) ?? throw new FrameException("not a digest: outputDigest") : null);
}
