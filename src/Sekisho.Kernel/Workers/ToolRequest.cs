namespace Sekisho.Kernel.Workers;

/// <summary>A worker's wish for one run of a native tool in a one-shot sandbox of its own (rule T7).</summary>
/// <param name="Operation">Which fixed command line.</param>
/// <param name="Arguments">Named numbers the operation knows; unknown names and numbers out of range are refused.</param>
/// <param name="Payload">The tool's standard input, at most <see cref="WorkerLimits.ToolBytes"/>.</param>
public sealed record ToolRequest(ToolOperation Operation, IReadOnlyDictionary<string, int> Arguments, ReadOnlyMemory<byte> Payload);
