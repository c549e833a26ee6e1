using System.Text.Json;

namespace Sekisho.Kernel.Workers;

/// <summary>Replies and tool requests (worker to parent) as frames, and back with every claim checked.</summary>
public static class ReplyFrames
{
    public static Frame Ready { get; } = new(FrameKind.Ready, "{}"u8.ToArray(), ReadOnlyMemory<byte>.Empty);

    /// <param name="number">The request that failed.</param>
    /// <param name="kind">Type name of the exception; never its message, which may carry hostile text.</param>
    public static Frame Failed(int number, string kind) => new(FrameKind.Failed, HeaderWriter.Object(w =>
    {
        w.WriteNumber("number", number);
        w.WriteString("kind", kind);
    }), ReadOnlyMemory<byte>.Empty);

    public static Frame Of(ToolRequest request) => new(FrameKind.ToolRequest, HeaderWriter.Object(w => w.WriteString("tool", request.Tool.ToString())), request.Payload);

    public static Frame Of(WorkerReply reply)
    {
        var first = reply.Blobs.Count > 0 ? reply.Blobs[0].Bytes : ReadOnlyMemory<byte>.Empty;
        return new Frame(FrameKind.Reply, HeaderWriter.Object(w => Write(w, reply)), first) { More = [.. reply.Blobs.Skip(1).Select(b => b.Bytes)] };
    }

    /// <summary>Kind name of a failed frame, cleaned to ASCII letters.</summary>
    /// <exception cref="FrameException">The frame is malformed.</exception>
    public static string FailedKind(Frame frame) =>
        new([.. HeaderReader.Text(HeaderReader.Root(frame), "kind", 200).Where(char.IsAsciiLetter)]);

    /// <exception cref="FrameException">The frame is no well-formed tool request.</exception>
    public static ToolRequest ToolRequest(Frame frame) => new(HeaderReader.Choice<NativeTool>(HeaderReader.Root(frame), "tool"), frame.Payload);

    /// <summary>Reads a reply and recomputes the digest of every blob.</summary>
    /// <exception cref="FrameException">A number is out of range, lengths do not add up, or a digest is wrong.</exception>
    public static WorkerReply Reply(Frame frame, int number)
    {
        if (frame.Kind != FrameKind.Reply) throw new FrameException("a reply was expected");
        var h = HeaderReader.Root(frame);
        if (HeaderReader.Number(h, "number", 0, int.MaxValue) != number) throw new FrameException("answer to another question");
        return new WorkerReply(
            number,
            HeaderReader.Choice<Outcome>(h, "outcome"),
            [.. HeaderReader.Items(h, "findings", WorkerLimits.Findings).Select(FindingFields.Read)],
            [.. HeaderReader.Items(h, "parts", WorkerLimits.Parts).Select(PartFields.Read)],
            Blobs(HeaderReader.Items(h, "blobs", WorkerLimits.Blobs), frame.Payload),
            HeaderReader.Map(h, "details", WorkerLimits.Details, static e => HeaderReader.Text(e, WorkerLimits.DetailLength, "detail")),
            HeaderReader.Flag(h, "discard"));
    }

    private static List<WorkerBlob> Blobs(JsonElement[] items, ReadOnlyMemory<byte> payload)
    {
        var blobs = new List<WorkerBlob>(items.Length);
        var at = 0;
        foreach (var e in items)
        {
            var length = (int)HeaderReader.Number(e, "length", 0, payload.Length - at);
            var bytes = payload.Slice(at, length);
            at += length;
            var blob = WorkerBlob.Of(HeaderReader.Choice<BlobRole>(e, "role"), HeaderReader.Text(e, "path", WorkerLimits.NameLength), bytes);
            if (blob.Digest != HeaderReader.Hash(e, "digest")) throw new FrameException("digest does not match the bytes");
            blobs.Add(blob);
        }
        if (at != payload.Length) throw new FrameException("bytes that belong to no blob");
        return blobs.Count(b => b.Role == BlobRole.Output) <= 1 ? blobs : throw new FrameException("two outputs");
    }

    private static void Write(Utf8JsonWriter w, WorkerReply reply)
    {
        w.WriteNumber("number", reply.Number);
        w.WriteString("outcome", reply.Outcome.ToString());
        w.WriteBoolean("discard", reply.Discard);
        HeaderWriter.Map(w, "details", reply.Details, static (w, k, v) => w.WriteString(k, v));
        HeaderWriter.List(w, "findings", reply.Findings, FindingFields.Write);
        HeaderWriter.List(w, "parts", reply.Parts, PartFields.Write);
        HeaderWriter.List(w, "blobs", reply.Blobs, static (w, b) =>
        {
            w.WriteString("role", b.Role.ToString());
            w.WriteString("path", b.Path);
            w.WriteNumber("length", b.Bytes.Length);
            w.WriteString("digest", b.Digest.Hex);
        });
    }
}
