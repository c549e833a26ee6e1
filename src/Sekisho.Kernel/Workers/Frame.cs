namespace Sekisho.Kernel.Workers;

/// <summary>One frame as it lay on the pipe: kind, header (UTF-8 JSON) and payload. Nothing but lengths has been checked yet.</summary>
public sealed record Frame(FrameKind Kind, ReadOnlyMemory<byte> Header, ReadOnlyMemory<byte> Payload);
