using Sekisho.Kernel;
using Sekisho.Kernel.Workers;
using Sekisho.Sanitizing;

namespace Sekisho.Commands.Worker;

/// <summary>Native tools as the worker sees them: a frame to the parent, which starts a sibling sandbox, and its reply (rule T7).</summary>
internal sealed class PipeTools(FrameStream frames) : INativeTools
{
    /// <summary>Set once anything but managed readers had a hand in the item: the worker asks to be discarded.</summary>
    internal bool Used { get; private set; }

    public Untrusted<byte[]>? Run(NativeTool tool, ReadOnlyMemory<byte> input)
    {
        Used = true;
        // The worker has one item and one thread: waiting here is what it is for.
        var reply = AskAsync(new ToolRequest(tool, input)).GetAwaiter().GetResult();
        return reply.Succeeded && !reply.Payload.IsEmpty ? new Untrusted<byte[]>(reply.Payload.ToArray()) : null;
    }

    private async Task<ToolReply> AskAsync(ToolRequest request)
    {
        await frames.WriteAsync(ReplyFrames.Of(request), CancellationToken.None);
        var frame = await frames.ReadAsync(WorkerLimits.ToolBytes, CancellationToken.None) ?? throw new FrameException("the parent is gone");
        return RequestFrames.ToolReply(frame);
    }
}
