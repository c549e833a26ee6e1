namespace Sekisho.Kernel.Workers;

/// <summary>One frame as it lay on the pipe: kind, header (UTF-8 JSON) and payload. Nothing but lengths has been checked yet.</summary>
public sealed record Frame(FrameKind Kind, ReadOnlyMemory<byte> Header, ReadOnlyMemory<byte> Payload)
{
    /// <summary>Pieces that are sent behind <see cref="Payload"/> as part of it; a frame that was read has none.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> More { get; init; } = [];
}
