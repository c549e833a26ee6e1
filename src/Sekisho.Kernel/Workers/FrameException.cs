namespace Sekisho.Kernel.Workers;

/// <summary>The other end of the pipe broke the protocol: the only answer is to discard it.</summary>
public sealed class FrameException(string message) : Exception(message);
