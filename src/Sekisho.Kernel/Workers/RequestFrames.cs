using System.Text.Json;

namespace Sekisho.Kernel.Workers;

/// <summary>Requests and tool replies (parent to worker) as frames, and back.</summary>
public static class RequestFrames
{
    public static Frame Of(WorkerRequest request) => new(FrameKind.Request, HeaderWriter.Object(w =>
    {
        w.WriteNumber("number", request.Number);
        w.WriteString("verb", request.Verb.ToString());
        HeaderWriter.Map(w, "options", request.Options, static (w, k, v) => w.WriteString(k, v));
    }), request.Payload);

    public static Frame Of(ToolReply reply) => new(FrameKind.ToolReply, HeaderWriter.Object(w =>
    {
        w.WriteBoolean("succeeded", reply.Succeeded);
        w.WriteString("reason", reply.Reason);
    }), reply.Payload);

    /// <exception cref="FrameException">The frame is no well-formed request.</exception>
    public static WorkerRequest Request(Frame frame)
    {
        if (frame.Kind != FrameKind.Request) throw new FrameException("a request was expected");
        var h = HeaderReader.Root(frame);
        return new WorkerRequest(
            (int)HeaderReader.Number(h, "number", 0, int.MaxValue),
            HeaderReader.Choice<WorkerVerb>(h, "verb"),
            HeaderReader.Map(h, "options", WorkerLimits.Details, static e => HeaderReader.Text(e, WorkerLimits.DetailLength, "option")),
            frame.Payload);
    }

    /// <exception cref="FrameException">The frame is no well-formed tool reply.</exception>
    public static ToolReply ToolReply(Frame frame)
    {
        if (frame.Kind != FrameKind.ToolReply) throw new FrameException("a tool reply was expected");
        var h = HeaderReader.Root(frame);
        return new ToolReply(HeaderReader.Flag(h, "succeeded"), HeaderReader.Text(h, "reason", 40), frame.Payload);
    }
}
