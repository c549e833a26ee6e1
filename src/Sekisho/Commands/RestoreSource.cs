namespace Sekisho.Commands;

/// <summary>What a restore reads.</summary>
/// <param name="File">The backup.</param>
/// <param name="Keys">Its key file; null = there is none.</param>
/// <param name="Paper">Text of the printed recovery key; null = the key-encryption key lies in its place.</param>
/// <param name="Progress">Bytes read so far.</param>
internal sealed record RestoreSource(string File, string? Keys, string? Paper, CountOnStderr Progress)
{
    /// <summary>The key-encryption key, when it lies elsewhere than in the folder restored into.</summary>
    internal string? KeyFile { get; init; }
}
