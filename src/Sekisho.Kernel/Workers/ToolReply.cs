namespace Sekisho.Kernel.Workers;

/// <summary>What a one-shot tool gave. The bytes are as hostile as its input: a codec may have been taken over.</summary>
/// <param name="Succeeded">The tool ended by itself with exit code 0 within its limits.</param>
/// <param name="Reason">Empty, or a code: exit, timeout, output-limit, refused, missing.</param>
/// <param name="Payload">Standard output; empty on failure.</param>
public sealed record ToolReply(bool Succeeded, string Reason, ReadOnlyMemory<byte> Payload);
