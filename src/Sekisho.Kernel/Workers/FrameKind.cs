namespace Sekisho.Kernel.Workers;

/// <summary>Kinds of frames on the pipe. Parent to worker: Request, ToolReply. Worker to parent: Ready, Reply, ToolRequest, Failed.</summary>
public enum FrameKind
{
    /// <summary>The worker has started and waits.</summary>
    Ready,
    Request,
    Reply,
    ToolRequest,
    ToolReply,
    /// <summary>The worker caught an exception of its own and ends; the header carries the number and the exception's type.</summary>
    Failed,
}
