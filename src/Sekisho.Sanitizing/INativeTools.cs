using Sekisho.Kernel;
using Sekisho.Kernel.Workers;

namespace Sekisho.Sanitizing;

/// <summary>
/// The way out of the worker to a native decoder: the implementation writes a frame to the parent, which starts a sibling one-shot
/// sandbox (T7). A seam: the worker, the command line and the tests each have their own.
/// </summary>
public interface INativeTools
{
    /// <summary>Runs one job. Null when the tool failed, was killed on a limit, is not there, or gave no output: the caller blocks (law E1).</summary>
    Untrusted<byte[]>? Run(NativeTool tool, ReadOnlyMemory<byte> input);
}
