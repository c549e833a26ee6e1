using Sekisho.Kernel.Workers;

namespace Sekisho.Sanitizing;

/// <summary>
/// The way out of the worker to a native decoder: the implementation writes a frame to the parent, which starts a sibling one-shot
/// sandbox (T7). A seam: the worker, the command line and the tests each have their own.
/// </summary>
public interface INativeTools
{
    /// <summary>Runs one job; what comes back is as hostile as the input. A reply that did not succeed makes the caller block (law E1).</summary>
    ToolReply Run(ToolRequest request);
}
