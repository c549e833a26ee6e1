namespace Sekisho.Sanitizing.Compound;

/// <summary>One entry of a compound file's tree.</summary>
/// <param name="Path">Names from below the root, slashes between levels.</param>
/// <param name="IsStorage">A folder; else a stream.</param>
/// <param name="Start">First sector.</param>
/// <param name="Size">Bytes of the stream.</param>
internal sealed record CompoundEntry(string Path, string Name, bool IsStorage, uint Start, long Size);
