namespace Sekisho.Kernel.Workers;

/// <summary>
/// A worker's wish for one run of a native tool in a one-shot sandbox of its own (rule T7). The parent owns the command line;
/// a worker only names a job of the closed list and gives its input.
/// </summary>
/// <param name="Tool">Which job.</param>
/// <param name="Payload">The tool's standard input, at most <see cref="WorkerLimits.ToolBytes"/>.</param>
public sealed record ToolRequest(NativeTool Tool, ReadOnlyMemory<byte> Payload);
